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
    let { state } = known;
    const missing = first - known.revision - 1;
    if (missing > 0)
      for await (const event of this.ledger.readStream(stream, { from: known.revision + 1, max: missing }))
        state = this.fold.evolve(state, event); // What came before and is not known any more.
    for (const event of events) if (event.revision > known.revision) state = this.fold.evolve(state, event);
    this.keep(stream, { state, revision: Math.max(last, known.revision) });
    return state;
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
