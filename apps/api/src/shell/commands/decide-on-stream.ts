import type { Actor, Asking, Decider, Refusal, Role } from '@uitkomst/domain';
import { foldOf, foldStream, transact, type CommandMeta, type Ledger, type RecordedEvent } from '@uitkomst/ledger';
import type { HttpException } from '@nestjs/common';
import { actAs } from '../auth/principal.js';
import { Problem } from '../http/problem.js';
import { refused, type PlacedRefusal } from '../http/refusals.js';
import type { Services } from '../open-services.js';
import type { Ask } from '../recording/ask.js';
import { todayOf } from '../today.js';

/** A decider of a small stream, with who may ask what of it. */
export interface Deciding<S, C extends { readonly type: string }, E> {
  readonly decider: Decider<S, C, E & { readonly type: string; readonly payload: unknown }, Asking, never>;
  readonly mayAsk: Readonly<Record<C['type'], readonly Role[]>>;
  /** Where a command asks several things at once: each that is refused. */
  readonly eachRefused?: (command: C, refusal: Refusal) => readonly PlacedRefusal[];
}

export interface Decided<S> {
  readonly state: S;
  /** Last revision of the stream. */
  readonly revision: number;
  /** What this command recorded, now or when it was heard before; nothing if it was so already. */
  readonly events: readonly RecordedEvent[];
}

export const metaOf = ({ commandId, commandHash }: Ask, actor: Actor): CommandMeta => ({
  commandId,
  commandHash,
  actor,
});

/** The same key with another command on the same stream (rulings §3.2). */
export const keyReused = (): HttpException => new Problem('sleutel-hergebruikt');

/** Who asks, authorisation, log and refusals, once for every decider of a small stream. */
export async function decideOnStream<S, C extends { readonly type: string }, E>(
  { ledger, clock, log, refusals }: Pick<Services, 'ledger' | 'clock' | 'log' | 'refusals'>,
  { decider, mayAsk, eachRefused }: Deciding<S, C, E>,
  request: { readonly stream: string; readonly command: C; readonly ask: Ask },
): Promise<Decided<S>> {
  const { stream, command, ask } = request;
  const note = (code: string): void =>
    refusals.note({ principal: ask.principal, commandId: ask.commandId, command: command.type, code });
  const allowed = mayAsk[command.type as C['type']];
  if (!ask.principal.roles.some((role) => allowed.includes(role))) note('ROLE_MAY_NOT_RECORD');
  const actor = actAs(ask.principal, allowed);
  const started = clock.elapsed();
  const result = await transact<S>({
    ledger,
    stream,
    fold: foldOf(decider),
    decide: (state) => decider.decide(state, command, { actor, today: todayOf(clock) }),
    command: metaOf(ask, actor),
  });
  const code = 'refusal' in result ? result.refusal.code : undefined;
  log.info(
    { command: command.type, commandId: ask.commandId, code, ms: Math.round(clock.elapsed() - started) },
    'command',
  );
  if ('idempotencyMismatch' in result) throw keyReused();
  if (result.ok) return result;
  const { refusal } = result;
  note(refusal.code);
  throw refused(refusal, { isProvider: actor.role === 'PROVIDER', each: eachRefused?.(command, refusal) ?? [] });
}

/** What stands on a small stream, in order. */
export async function eventsOn(ledger: Ledger, stream: string): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of ledger.readStream(stream)) events.push(event);
  return events;
}

/** What a small stream now says; undefined when there is none. */
export async function readStream<S>(
  ledger: Ledger,
  decider: { readonly initial: S; evolve(state: S, event: never): S },
  stream: string,
): Promise<{ readonly state: S; readonly revision: number } | undefined> {
  const { state, revision } = await foldStream({ ledger, stream, fold: foldOf(decider) });
  return revision < 0 ? undefined : { state, revision };
}
