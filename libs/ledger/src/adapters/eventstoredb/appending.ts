import {
  NO_STREAM,
  WrongExpectedVersionError,
  type AppendResult as Acknowledged,
  type BinaryEventType,
  type EventData,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import { sealed, type PreparedEvent } from '../../codec/codec.js';
import { LedgerUnavailable, type AppendResult, type RecordedEvent, type StoredEvent } from '../../ledger.js';
import { acknowledged, repeated } from '../same-append.js';
import type { Address } from './address.js';
import { answeredWithin, patiently } from './connection.js';
import { binaryEvents } from './event-bytes.js';
import { LOOKED_BACK, type KnownIds } from './known-ids.js';
import type { Reading } from './reading.js';
import type { StreamNames } from './stream-names.js';

export interface AppendingOptions {
  readonly client: EventStoreDBClient;
  readonly address: Address;
  readonly names: StreamNames;
  readonly reading: Reading;
  readonly ids: KnownIds;
}

type Expected = 'none' | number;

/** Every attempt sends the same bytes with the same expectation. */
interface Sending {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly Pick<StoredEvent, 'id' | 'type' | 'bytes'>[];
}

type Sent = { readonly success: true } | { readonly success: false; readonly actual: number };

/** Appends, and finds out what became of it. */
export class Appending {
  constructor(private readonly options: AppendingOptions) {}

  /**
   * Undefined where the append may be sent. The server looks for ids only under the original expectation and would store them a
   * second time under a newer one, so everything the caller has seen of the stream is searched first.
   */
  async foreseen(
    stream: string,
    expected: Expected,
    events: readonly PreparedEvent[],
  ): Promise<AppendResult | undefined> {
    const { ids } = this.options;
    const elsewhere = events.find(({ id }) => (ids.ownerOf(id) ?? stream) !== stream);
    if (elsewhere !== undefined) return { ok: false, idempotencyMismatch: { eventId: elsewhere.id } };
    if (expected === 'none') return undefined;
    await this.learn(stream, expected);
    if (events.some(({ id }) => ids.revisionOf(stream, id) !== undefined)) return this.repeated(stream, events);
    const actual = ids.range(stream)?.last ?? -1;
    return actual < expected ? { ok: false, conflict: { actual } } : undefined;
  }

  /** Stamps, sends, and reads back: an acknowledgement does not say that it was these bytes that were stored. */
  async append(
    stream: string,
    expected: Expected,
    { events, recordedAt }: { readonly events: readonly PreparedEvent[]; readonly recordedAt: string },
  ): Promise<AppendResult> {
    const first = expected === 'none' ? 0 : expected + 1;
    for (const [index, event] of events.entries()) sealed(event, first + index, recordedAt);
    const sent = await this.sent({ stream, expected, events });
    const stored = await this.options.reading.streamPage(stream, { from: first, max: events.length });
    for (const event of stored) this.options.ids.learn(event);
    if (sent.success && stored[0] !== undefined && stored[0].revision !== first)
      throw new Error(`${stream} was deleted on the server, whose numbering went on at ${stored[0].revision}`);
    if (sent.success && events.every(({ bytes }, index) => stored[index]?.bytes.leaf === bytes.leaf))
      return acknowledged(stored, false);
    if (events.some(({ id }, index) => stored[index]?.id === id)) return repeated(events, stored);
    if (!sent.success) await this.learn(stream, sent.actual);
    const known = await this.repeated(stream, events);
    if (known !== undefined) return known;
    if (!sent.success) return { ok: false, conflict: { actual: sent.actual } };
    throw new LedgerUnavailable(`${stream}: the server acknowledged what is not there`);
  }

  /** Appends events of another ledger as they are. False where the stream is not at the revision before them. */
  async restore(events: readonly StoredEvent[]): Promise<boolean> {
    const [first] = events;
    if (first === undefined) return true;
    const expected = first.revision === 0 ? 'none' : first.revision - 1;
    return (await this.sent({ stream: first.stream, expected, events })).success;
  }

  /** What the ledger is known to hold of these ids, if it holds any: the earlier result, or a mismatch. */
  private async repeated(stream: string, events: readonly PreparedEvent[]): Promise<AppendResult | undefined> {
    const { ids, reading } = this.options;
    const revisions = events.map(({ id }) => ids.revisionOf(stream, id));
    const known = revisions.filter((revision) => revision !== undefined);
    if (known.length === 0) return undefined;
    const from = Math.min(...known);
    const stored = await reading.streamPage(stream, { from, max: Math.max(...known) - from + 1 });
    const byRevision = new Map(stored.map((event) => [event.revision, event]));
    return repeated(
      events,
      revisions.map((revision): RecordedEvent | undefined => byRevision.get(revision ?? -1)),
    );
  }

  /** Sees to it that the last ids up to a revision are known. */
  private async learn(stream: string, through: number): Promise<void> {
    const { ids, reading } = this.options;
    const lowest = Math.max(0, through - LOOKED_BACK + 1);
    let { first, last } = ids.range(stream) ?? { first: lowest, last: lowest - 1 };
    if (first > lowest || last < lowest - 1) {
      ids.forget(stream);
      last = lowest - 1;
    }
    if (last >= through) return;
    const unknown = reading.stream(stream, { from: last + 1, max: through - last });
    for await (const event of unknown) ids.learn(event);
  }

  /** While the outcome is unknown it is asked again with the same ids and the original expectation, which stores nothing twice. */
  private async sent({ stream, expected, events }: Sending): Promise<Sent> {
    const data = binaryEvents(events);
    try {
      await patiently(() => this.ask(stream, expected, data));
      return { success: true };
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      return { success: false, actual: Number(error.actualVersion === 'no_stream' ? -1 : error.actualVersion) };
    }
  }

  private ask(stream: string, expected: Expected, data: EventData<BinaryEventType>[]): Promise<Acknowledged> {
    const { client, address, names } = this.options;
    const { batch, credentials, timeoutMs } = address;
    const asked = client.appendToStream(names.outward(stream), data, {
      expectedRevision: expected === 'none' ? NO_STREAM : BigInt(expected),
      requiresLeader: true,
      deadline: timeoutMs,
      ...(batch ? {} : { credentials }),
    });
    return answeredWithin(asked, timeoutMs);
  }
}
