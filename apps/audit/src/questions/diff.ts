import { type ClientFile, emptyClientFile, evolveClientFile, type RecordedFileEvent } from '@uitkomst/domain';
import { type Ledger, plain, type Position, systemClock } from '@uitkomst/ledger';
import { EXIT, type ExitCode, Stop } from '../exit.js';
import { knownPosition } from '../ledger/two-dates.js';
import { type LedgerOptions, withLedger } from '../ledger/with-ledger.js';
import type { Terminal } from '../terminal.js';
import { decisionWords, type Said } from './decision-words.js';

export interface DiffOptions extends LedgerOptions {
  readonly knownAsOf: string;
  readonly until?: string | undefined;
}

interface Difference {
  readonly claim: string;
  /** Null where it was not known then. */
  readonly before: Said | null;
  readonly after: Said | null;
  /** What was recorded on the file in between, decisions aside. */
  readonly behind: readonly { readonly event: string; readonly type: string; readonly recordedAt: string }[];
}

/** Compares what was known at two moments: which claims were decided otherwise, and which facts lie behind it. */
export const diff = (options: DiffOptions, terminal: Terminal): Promise<ExitCode> =>
  withLedger(options, async (ledger) => {
    const before = await knownPosition(ledger, { knownAsOf: options.knownAsOf });
    const after = await knownPosition(ledger, { knownAsOf: options.until });
    if (after < before) throw new Stop(EXIT.UNREADABLE, '--until must not lie before --known-as-of');
    const streams = await touched(ledger, before, after);
    const progress = terminal.progress(streams.length, () => systemClock.elapsed());
    let different = 0;
    for (const [index, stream] of streams.entries()) {
      for (const difference of await differencesOn(ledger, stream, { before, after })) {
        different += 1;
        await terminal.answer(options.json ? JSON.stringify(difference) : lineOf(difference));
      }
      progress.at(index + 1);
    }
    progress.end();
    terminal.remark(`${streams.length} file(s) went on in between: ${different} claim(s) otherwise`);
    return different > 0 ? EXIT.DIFFERENCE : EXIT.FINE;
  });

async function touched(ledger: Ledger, after: Position, until: Position): Promise<readonly string[]> {
  const streams = new Set<string>();
  for await (const { stream } of ledger.readAll({ after, until }))
    if (stream.startsWith('client-')) streams.add(stream);
  return [...streams];
}

async function differencesOn(
  ledger: Ledger,
  stream: string,
  { before, after }: { readonly before: Position; readonly after: Position },
): Promise<readonly Difference[]> {
  let [then, now] = [emptyClientFile, emptyClientFile];
  const behind: Difference['behind'][number][] = [];
  for await (const event of ledger.readStream(stream)) {
    if (event.position > after) break;
    now = evolveClientFile(now, plain(event) as RecordedFileEvent); // Only a client's events stand on a client's stream.
    if (event.position <= before) then = now;
    else if (event.type !== 'ClaimDetermined')
      behind.push({ event: event.id, type: event.type, recordedAt: event.recordedAt });
  }
  return [...now.claims.keys()].flatMap((claim) => {
    const [earlier, later] = [saidOf(then, claim), saidOf(now, claim)];
    return JSON.stringify(earlier) === JSON.stringify(later) ? [] : [{ claim, before: earlier, after: later, behind }];
  });
}

function saidOf(file: ClientFile, claimId: string): Said | null {
  const said = file.claims.get(claimId)?.determination?.payload;
  return said === undefined ? null : { outcome: said.outcome, cents: said.cents, fail: said.fail, open: said.open };
}

function lineOf({ claim, before, after, behind }: Difference): string {
  const facts = behind.map(({ type, event, recordedAt }) => `\n  ${recordedAt} ${type} ${event}`).join('');
  return `${claim}: ${decisionWords(before)} → ${decisionWords(after)}${facts}`;
}
