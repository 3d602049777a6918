import type { Ledger, RecordedEvent } from '@uitkomst/ledger';
import type { StreamFold } from './projection.js';

interface Known {
  readonly state: unknown;
  readonly revision: number;
}

/**
 * What is known of each stream, folded as far as asked. Bounded by the number of events folded into what it keeps: a stream that
 * fell out is read again from the ledger, which is cheap because files are small.
 */
export class Folding {
  /** Least recently used first. */
  private readonly kept = new Map<string, Known>();
  private events = 0;

  constructor(
    private readonly ledger: Ledger,
    private readonly fold: StreamFold<unknown>,
    private readonly eventsMax: number,
  ) {}

  /** The state after the last of these events of one stream. Asked twice for the same events it gives the same. */
  async after(stream: string, events: readonly RecordedEvent[]): Promise<unknown> {
    const first = events[0]?.revision ?? 0;
    const last = events.at(-1)?.revision ?? -1;
    let known = this.kept.get(stream);
    if (known && known.revision > last) known = undefined; // An earlier checkpoint is being run again.
    known ??= { state: this.fold.initial(stream), revision: -1 };
    const missing =
      known.revision + 1 < first ? this.reread(stream, known.revision, last) : fresh(events, known.revision);
    let { state } = known;
    for await (const event of missing) state = this.fold.evolve(state, event);
    this.keep(stream, { state, revision: Math.max(last, known.revision) });
    return state;
  }

  private reread(stream: string, known: number, last: number): AsyncIterable<RecordedEvent> {
    return this.ledger.readStream(stream, { from: known + 1, max: last - known });
  }

  private keep(stream: string, known: Known): void {
    this.events -= (this.kept.get(stream)?.revision ?? -1) + 1;
    this.kept.delete(stream);
    this.kept.set(stream, known);
    this.events += known.revision + 1;
    for (const [oldest, { revision }] of this.kept) {
      if (this.events <= this.eventsMax || oldest === stream) break;
      this.kept.delete(oldest);
      this.events -= revision + 1;
    }
  }
}

const fresh = (events: readonly RecordedEvent[], known: number): readonly RecordedEvent[] =>
  events.filter(({ revision }) => revision > known);
