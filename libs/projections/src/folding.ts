import type { Ledger, Position, RecordedEvent } from '@uitkomst/ledger';
import type { StreamFold } from './projection.js';

interface Known {
  readonly state: unknown;
  readonly revision: number;
}

/** Events kept on a long way: what falls out is read once more at most, and what is kept costs the collector of garbage more than that. */
const AHEAD_KEPT = 200;

/**
 * What is known of each stream, folded as far as asked. Bounded by the number of events folded into what it keeps: a stream that
 * fell out is read again from the ledger, which is cheap because files are small. On a long way to be made up for (`until`) it is then
 * read to its end at once, so that it falls out only once: in a ledger whose streams grew side by side every event would else
 * have its whole stream read again.
 */
export class Folding {
  /** Least recently used first. */
  private readonly kept = new Map<string, Known>();
  private events = 0;
  /** Through which revision a stream was read ahead, told to the store or about to be. */
  private readonly done = new Map<string, number>();
  private readAhead = new Map<string, number>();

  constructor(
    private readonly ledger: Ledger,
    private readonly fold: StreamFold<unknown>,
    private readonly eventsMax: number,
  ) {}

  /** Whether the store holds what comes of these events and of later ones of their stream. */
  isDone(stream: string, events: readonly RecordedEvent[]): boolean {
    return (this.done.get(stream) ?? -1) >= (events.at(-1)?.revision ?? 0);
  }

  /** To be called once what was asked for until now is in the store; with all made up for, what was read ahead is behind. */
  telling(): (caughtUp: boolean) => void {
    const { readAhead } = this;
    this.readAhead = new Map();
    return (caughtUp) => {
      for (const [stream, revision] of readAhead) this.done.set(stream, revision);
      if (caughtUp) this.done.clear();
    };
  }

  /**
   * The state after the last of these events of one stream; where it must be read again, after all its events up to `until`. Asked twice
   * for the same events it gives the same.
   */
  async after(stream: string, events: readonly RecordedEvent[], until?: Position): Promise<unknown> {
    const first = events[0]?.revision ?? 0;
    const last = events.at(-1)?.revision ?? -1;
    let known = this.kept.get(stream);
    if (known && known.revision > last) known = undefined; // An earlier checkpoint is being run again.
    known ??= { state: this.fold.initial(stream), revision: -1 };
    let { state } = known;
    const missing = first - known.revision - 1;
    if (missing > 0 && until !== undefined) return this.throughout(stream, { known, events, until });
    if (missing > 0)
      for await (const event of this.ledger.readStream(stream, { from: known.revision + 1, max: missing }))
        state = this.fold.evolve(state, event); // What came before and is not known any more.
    for (const event of events) if (event.revision > known.revision) state = this.fold.evolve(state, event);
    this.keep(
      stream,
      { state, revision: Math.max(last, known.revision) },
      until === undefined ? this.eventsMax : AHEAD_KEPT,
    );
    return state;
  }

  private async throughout(
    stream: string,
    {
      known,
      events,
      until,
    }: { readonly known: Known; readonly events: readonly RecordedEvent[]; readonly until: Position },
  ): Promise<unknown> {
    let { state, revision } = known;
    const take = (event: RecordedEvent): void => {
      if (event.revision <= revision) return;
      state = this.fold.evolve(state, event);
      ({ revision } = event);
    };
    for await (const event of this.ledger.readStream(stream, { from: known.revision + 1 })) {
      if (event.position > until) break;
      take(event);
    }
    for (const event of events) take(event);
    this.forget(stream);
    this.readAhead.set(stream, revision);
    return state;
  }

  private forget(stream: string): void {
    this.events -= (this.kept.get(stream)?.revision ?? -1) + 1;
    this.kept.delete(stream);
  }

  private keep(stream: string, known: Known, eventsMax: number): void {
    this.forget(stream);
    this.kept.set(stream, known);
    this.events += known.revision + 1;
    for (const [oldest, { revision }] of this.kept) {
      if (this.events <= eventsMax || oldest === stream) break;
      this.kept.delete(oldest);
      this.events -= revision + 1;
    }
  }
}
