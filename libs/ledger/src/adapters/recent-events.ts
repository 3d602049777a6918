import type { Position, RecordedEvent } from '../ledger.js';

/** What is kept is moved about by the collector of young garbage: more of it costs every append, and few are ever further behind. */
const KEPT_MAX = 512;

/**
 * The last events this process stored, for those who follow at its heels: all of them read the same objects, so that nothing is
 * fetched or parsed once for each. Where another process came between, what was kept before is let go.
 */
export class RecentEvents {
  private events: RecordedEvent[] = [];

  add(stored: readonly RecordedEvent[]): void {
    const [first] = stored;
    if (first !== undefined && first.position !== (this.events.at(-1)?.position ?? -1) + 1) this.events = [];
    this.events.push(...stored);
    if (this.events.length > 2 * KEPT_MAX) this.events = this.events.slice(-KEPT_MAX);
  }

  /** The next events after a position; undefined where that reaches back beyond what is kept. */
  after(position: Position, max: number): readonly RecordedEvent[] | undefined {
    const [first] = this.events;
    if (first === undefined || position + 1 < first.position) return undefined;
    const from = position + 1 - first.position; // Positions are dense.
    return this.events.slice(from, from + max);
  }
}
