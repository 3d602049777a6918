import type { Ledger } from '@uitkomst/ledger';
import { CLIENTS, row, STREAMS } from './claim-rows.js';

/** How often callers were answered, and in how long. */
export interface Answered {
  readonly answered: number;
  readonly seconds: number;
}

/** So many ask again and again for so long, each waiting for its answer; no two of them have the same turn. */
export async function askedBy(
  { callers, milliseconds }: { readonly callers: number; readonly milliseconds: number },
  ask: (turn: number) => Promise<void>,
): Promise<Answered> {
  let answered = 0;
  const start = performance.now();
  const end = start + milliseconds;
  const caller = async (first: number): Promise<void> => {
    for (let turn = first; performance.now() < end; turn += callers, answered += 1) await ask(turn);
  };
  await Promise.all(Array.from({ length: callers }, (_, index) => caller(index)));
  return { answered, seconds: (performance.now() - start) / 1_000 };
}

/** Appends the row of a turn to the stream of its client, wherever that has come. */
export function appendingTo(ledger: Ledger): (turn: number) => Promise<void> {
  const revisions = Array.from({ length: CLIENTS }, () => -1);
  return async (turn) => {
    const client = turn % CLIENTS;
    const revision = revisions[client] ?? -1;
    const result = await ledger.append(STREAMS[client] ?? '', revision < 0 ? 'none' : revision, row(client));
    if (!result.ok) throw new Error('A caller was refused');
    revisions[client] = result.revision;
  };
}

/** Outcomes that two rivals claimed at once, and how many of those were accepted twice, or not at all. */
export interface Rivalry {
  readonly outcomes: number;
  readonly doubles: number;
  readonly none: number;
  readonly seconds: number;
}

/** So many pairs claim one new outcome after another for so long; a claim tells whether it was accepted. */
export async function rivalsFor(
  { pairs, milliseconds }: { readonly pairs: number; readonly milliseconds: number },
  claim: (client: number) => Promise<boolean>,
): Promise<Rivalry> {
  let doubles = 0;
  let none = 0;
  const { answered, seconds } = await askedBy({ callers: pairs, milliseconds }, async (client) => {
    const [first, second] = await Promise.all([claim(client), claim(client)]);
    if (first && second) doubles += 1;
    if (!first && !second) none += 1;
  });
  return { outcomes: answered, doubles, none, seconds };
}
