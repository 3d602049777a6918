/** One event as the stand-in keeps it. */
export interface Kept {
  /** Place among all: where its record would begin in a file. Sparse. */
  readonly position: number;
  /** Place of the first event of the same append. */
  readonly transaction: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly metadata: readonly (readonly [string, string])[];
  readonly data: Uint8Array;
  readonly customMetadata: Uint8Array;
}

export type Proposed = Pick<Kept, 'id' | 'data' | 'customMetadata'> & {
  readonly type: string;
  readonly contentType: string;
};
export type Expectation = 'any' | 'none' | 'exists' | number;

export type Answer =
  | { readonly stored: Kept }
  | { readonly wrong: number }
  | { readonly deleted: true }
  | { readonly tooLarge: number }
  | { readonly bad: string };

interface Stream {
  readonly events: Kept[];
  tombstoned: boolean;
  /** Events before it are gone from reads, as after a soft delete. */
  first: number;
}

const APPEND_BYTES_MAX = 1_048_576;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Bytes of a record beside what it carries. */
const RECORD_BYTES = 97;

/** What a server of version 23.10 was seen to do with streams (ledger.md §3), in memory. */
export class Log {
  readonly all: Kept[] = [];
  private readonly streams = new Map<string, Stream>();
  private readonly listeners = new Set<() => void>();
  private next = 0;

  /** Like a real server it begins with events of its own. */
  constructor() {
    for (const stream of ['$users', '$user-admin', '$settings']) this.own(stream);
  }

  /** An event of the server's own, as it writes them all the time. */
  own(stream = '$stats-127.0.0.1:2113'): void {
    const revision = this.lastRevision(stream);
    this.append(stream, revision < 0 ? 'none' : revision, [
      {
        id: crypto.randomUUID(),
        type: '$statsCollected',
        contentType: 'application/json',
        data: Buffer.from('{"proc-cpu":1}'),
        customMetadata: new Uint8Array(),
      },
    ]);
  }

  append(stream: string, expected: Expectation, proposed: readonly Proposed[]): Answer {
    const bad = proposed.find(({ id, type }) => type === '' || !UUID.test(id));
    if (bad !== undefined) return { bad: bad.type === '' ? 'Event type cannot be empty' : `Malformed id ${bad.id}` };
    if (this.streams.get(stream)?.tombstoned) return { deleted: true };
    const bytes = proposed.reduce((sum, event) => sum + event.data.length + event.customMetadata.length, 0);
    if (bytes > APPEND_BYTES_MAX) return { tooLarge: APPEND_BYTES_MAX };
    const current = this.lastRevision(stream);
    if (!this.holds(stream, expected)) {
      const earlier =
        typeof expected === 'number' || expected === 'none' ? this.earlier(stream, expected, proposed) : undefined;
      return earlier === undefined ? { wrong: current } : { stored: earlier };
    }
    if (expected === 'any') {
      const earlier = this.earlier(stream, 'none', proposed);
      if (earlier !== undefined) return { stored: earlier };
    }
    const transaction = this.next;
    for (const event of proposed) this.keep(stream, transaction, event);
    for (const listener of this.listeners) listener();
    return { stored: this.all.at(-1) as Kept };
  }

  /** What a stream shows: from its first event not deleted. Undefined for none, which a soft delete leaves too. */
  events(stream: string): readonly Kept[] | undefined {
    const known = this.streams.get(stream);
    const shown = known?.events.slice(known.first);
    return shown === undefined || shown.length === 0 ? undefined : shown;
  }

  tombstoned(stream: string): boolean {
    return this.streams.get(stream)?.tombstoned ?? false;
  }

  softDelete(stream: string): void {
    const known = this.streams.get(stream);
    if (known !== undefined) known.first = known.events.length;
  }

  tombstone(stream: string): void {
    const known = this.streams.get(stream) ?? { events: [], tombstoned: false, first: 0 };
    known.tombstoned = true;
    this.streams.set(stream, known);
  }

  /** Index in {@link all} of the event at a position; the length beyond the end; undefined where no event begins. */
  indexOf(position: number): number | undefined {
    if (position >= this.next) return this.all.length;
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.position ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return this.all[low]?.position === position ? low : undefined;
  }

  onAppend(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private lastRevision(stream: string): number {
    return (this.streams.get(stream)?.events.length ?? 0) - 1;
  }

  private holds(stream: string, expected: Expectation): boolean {
    const known = this.streams.get(stream);
    const current = this.lastRevision(stream);
    if (expected === 'any') return true;
    if (expected === 'none') return current === -1 || known?.first === known?.events.length;
    return expected === 'exists' ? current >= 0 : current === expected;
  }

  /** The last of these ids, where all of them stand in this order after what was expected: whatever bytes come with them now. */
  private earlier(stream: string, expected: 'none' | number, proposed: readonly Proposed[]): Kept | undefined {
    const events = this.streams.get(stream)?.events ?? [];
    let from = expected === 'none' ? 0 : expected + 1;
    let last: Kept | undefined;
    for (const { id } of proposed) {
      const found = events.findIndex((event, index) => index >= from && event.id === id);
      if (found < 0) return undefined;
      last = events[found];
      from = found + 1;
    }
    return last;
  }

  private keep(stream: string, transaction: number, event: Proposed): void {
    const known = this.streams.get(stream) ?? { events: [], tombstoned: false, first: 0 };
    this.streams.set(stream, known);
    const { id, type, contentType, data, customMetadata } = event;
    const ticks = (BigInt(Date.now()) * 10_000n).toString();
    const metadata = [
      ['type', type],
      ['content-type', contentType],
      ['created', ticks],
    ] as const;
    const kept: Kept = {
      position: this.next,
      transaction,
      stream,
      revision: known.events.length,
      id,
      metadata,
      data: Uint8Array.from(data),
      customMetadata: Uint8Array.from(customMetadata),
    };
    known.events.push(kept);
    this.all.push(kept);
    this.next += RECORD_BYTES + stream.length + type.length + data.length + customMetadata.length;
  }
}
