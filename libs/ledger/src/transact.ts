import type { Actor, Decision, Recorded, Refusal } from '@uitkomst/domain';
import { uuidv7 } from 'uuidv7';
import { advanced, nothing, type Fold, type FoldCache, type Folded, type Heard } from './fold-cache.js';
import { LedgerUnavailable, type AppendResult, type Ledger, type NewEvent, type RecordedEvent } from './ledger.js';

/** Who asks for what: the id makes a retry recognisable, the hash tells whether it is the same command. */
export interface CommandMeta {
  readonly commandId: string;
  readonly commandHash: string;
  readonly actor: Actor;
}

/** An event as a decision makes it. A consequence has an actor of its own (SYSTEM); else it is who asked. */
export interface DecidedEvent {
  readonly type: string;
  readonly payload: unknown;
  readonly actor?: Actor;
}

/** What a decision may know of its place: ids are made once per attempt of the caller and stay the same over its retries. */
export interface Attempt {
  /** Last revision of the stream, -1 when it is new: the first event decided will be the next. */
  readonly revision: number;
  /** The id the event at this place of the decision will have. */
  readonly idOf: (index: number) => string;
}

export interface Transaction<S> {
  readonly ledger: Ledger;
  readonly stream: string;
  readonly fold: Fold<S>;
  /** Pure in the state it is given: it is asked again after a conflict. */
  decide(state: S, attempt: Attempt): Decision<DecidedEvent> | Promise<Decision<DecidedEvent>>;
  readonly command: CommandMeta;
  readonly cache?: FoldCache<S>;
  /** Default: random UUIDv7. */
  readonly newId?: () => string;
}

export type TransactResult<S> =
  | {
      readonly ok: true;
      readonly state: S;
      /** Of the stream, after this command. */
      readonly revision: number;
      readonly events: readonly RecordedEvent[];
      /** Nothing was appended now: the command had been carried out before, with these events. */
      readonly heard: boolean;
    }
  | {
      readonly ok: false;
      readonly refusal: Refusal;
      readonly state: S;
      readonly revision: number;
      /** A refusal may record too (DECISION_STALE appends the new determination). */
      readonly events: readonly RecordedEvent[];
    }
  | { readonly ok: false; readonly idempotencyMismatch: { readonly commandId: string } };

const CONFLICTS_MAX = 50;
const UNKNOWNS_MAX = 3;

/**
 * The one write path: reads the stream, folds, decides, appends at exactly the revision it read. After a conflict it decides again
 * on what is there now; an unknown outcome is asked again with the same ids. Both a bounded number of times, then
 * {@link LedgerUnavailable}: the caller may ask again with the same command id.
 */
export async function transact<S>(transaction: Transaction<S>): Promise<TransactResult<S>> {
  const { command, cache, fold, stream } = transaction;
  const ids: string[] = [];
  const idOf = (index: number): string => {
    while (ids.length <= index) ids.push((transaction.newId ?? uuidv7)());
    return ids[index] ?? '';
  };
  for (let conflicts = 0; conflicts <= CONFLICTS_MAX; conflicts += 1) {
    const folded = await foldStream(transaction);
    const earlier = folded.heard.get(command.commandId);
    if (earlier !== undefined) return heardBefore(transaction, folded, earlier);
    const decision = await transaction.decide(folded.state, { revision: folded.revision, idOf });
    if (decision.events.length === 0) return outcome(decision.refusal, folded, []);
    // What a refusal records is not the command: asked again, it must be refused again and not pass for heard.
    const heardAs = decision.refusal === undefined ? command : { ...command, commandId: idOf(decision.events.length) };
    const events = decision.events.map((event, index) => newEvent(heardAs, event, idOf(index)));
    const result = await appended(transaction, folded.revision, events);
    if (result.ok) {
      const after = advanced(fold, folded, result.events.map(plain));
      cache?.keep(stream, after);
      return outcome(decision.refusal, after, result.events);
    }
    if ('idempotencyMismatch' in result)
      throw new Error(`Event id ${result.idempotencyMismatch.eventId} was used before`);
  }
  throw new LedgerUnavailable(`${CONFLICTS_MAX} others came first; nothing was recorded`);
}

/** Reads what is newer than the cached fold and adds it. */
export async function foldStream<S>(
  from: Pick<Transaction<S>, 'ledger' | 'stream' | 'fold' | 'cache'>,
): Promise<Folded<S>> {
  const { ledger, stream, fold, cache } = from;
  const known = cache?.get(stream) ?? nothing(fold);
  const newer: Recorded[] = [];
  for await (const event of ledger.readStream(stream, { from: known.revision + 1 })) newer.push(plain(event));
  const folded = advanced(fold, known, newer);
  if (folded.revision >= 0) cache?.keep(stream, folded);
  return folded;
}

/** What deciders see of an event. The stored bytes are left behind: folded files are kept in memory. */
export const plain = ({
  id,
  type,
  payload,
  revision,
  recordedAt,
  actor,
  commandId,
  commandHash,
}: Recorded): Recorded => ({
  id,
  type,
  payload,
  revision,
  recordedAt,
  actor,
  commandId,
  commandHash,
});

async function heardBefore<S>(
  { ledger, stream, command }: Transaction<S>,
  { state, revision }: Folded<S>,
  { commandHash, first, last }: Heard,
): Promise<TransactResult<S>> {
  if (commandHash !== command.commandHash) return { ok: false, idempotencyMismatch: { commandId: command.commandId } };
  const events: RecordedEvent[] = [];
  for await (const event of ledger.readStream(stream, { from: first, max: last - first + 1 })) events.push(event);
  return { ok: true, state, revision, events, heard: true };
}

function outcome<S>(
  refusal: Refusal | undefined,
  { state, revision }: Folded<S>,
  events: readonly RecordedEvent[],
): TransactResult<S> {
  if (refusal !== undefined) return { ok: false, refusal, state, revision, events };
  return { ok: true, state, revision, events, heard: false };
}

const newEvent = (command: CommandMeta, event: DecidedEvent, id: string): NewEvent => ({
  id,
  type: event.type,
  payload: event.payload,
  actor: event.actor ?? command.actor,
  commandId: command.commandId,
  commandHash: command.commandHash,
});

/** Appends, asking again with the same ids while the outcome is unknown. */
async function appended<S>(
  { ledger, stream }: Transaction<S>,
  revision: number,
  events: readonly NewEvent[],
): Promise<AppendResult> {
  const expected = revision < 0 ? 'none' : revision;
  for (let unknowns = 1; ; unknowns += 1) {
    try {
      return await ledger.append(stream, expected, events);
    } catch (error) {
      if (!(error instanceof LedgerUnavailable) || unknowns > UNKNOWNS_MAX) throw error;
    }
  }
}
