import { START, type Ledger, type Position, type RecordedEvent } from '@uitkomst/ledger';
import { Folding } from './folding.js';
import type { Projection, StreamFold } from './projection.js';
import type { Change, ReadStore } from './reads.js';

/** Projections that move on together over one reading of the ledger. Each has its own checkpoint and skips what is before it. */
export class Lane {
  private readonly positions = new Map<Projection, Position>();
  private readonly foldings = new Map<StreamFold<unknown>, Folding>();

  constructor(
    private readonly ledger: Ledger,
    private readonly reads: ReadStore,
    private readonly eventsKept: number,
  ) {}

  /** As `add`, once. */
  async enter(projection: Projection): Promise<void> {
    if (!this.positions.has(projection)) await this.add(projection);
  }

  async add(projection: Projection): Promise<void> {
    this.positions.set(projection, await this.reads.checkpoint(projection.name, projection.version));
    if (!this.foldings.has(projection.fold))
      this.foldings.set(projection.fold, new Folding(this.ledger, projection.fold, this.eventsKept));
  }

  remove(name: string, version: number): void {
    for (const projection of this.positions.keys())
      if (projection.name === name && projection.version === version) this.positions.delete(projection);
  }

  get projections(): readonly Projection[] {
    return [...this.positions.keys()];
  }

  get empty(): boolean {
    return this.positions.size === 0;
  }

  /** Where the one furthest behind is. */
  get position(): Position {
    return this.empty ? START : (Math.min(...this.positions.values()) as Position);
  }

  /** Writes what these events make of every projection, with its checkpoint, in one transaction. Applied twice it changes nothing. */
  async apply(batch: readonly RecordedEvent[]): Promise<void> {
    const to = batch.at(-1)?.position ?? START;
    const behind = [...this.positions].filter(([, from]) => from < to);
    if (behind.length === 0) return;
    const since = Math.min(...behind.map(([, from]) => from));
    const streams = byStream(batch.filter(({ position }) => position > since));
    const states = await this.foldAll(streams, new Set(behind.map(([{ fold }]) => fold)));
    const changes = behind.map(([projection, from]): Change => {
      const rows = new Map<string, readonly object[]>();
      const begun = new Set<string>();
      for (const [stream, state] of states.get(projection.fold) ?? []) {
        const events = streams.get(stream);
        if ((events?.at(-1)?.position ?? START) > from) rows.set(stream, projection.rows(state, stream));
        if (events?.[0]?.revision === 0 && events[0].position > from) begun.add(stream);
      }
      return { projection, from, to, rows, begun };
    });
    await this.reads.write(changes);
    for (const { projection } of changes) this.positions.set(projection, to);
  }

  private async foldAll(
    streams: ReadonlyMap<string, readonly RecordedEvent[]>,
    folds: ReadonlySet<StreamFold<unknown>>,
  ): Promise<ReadonlyMap<StreamFold<unknown>, ReadonlyMap<string, unknown>>> {
    const all = new Map<StreamFold<unknown>, Map<string, unknown>>();
    for (const [fold, folding] of this.foldings) {
      if (!folds.has(fold)) continue;
      const states = new Map<string, unknown>();
      for (const [stream, events] of streams)
        if (fold.follows(stream)) states.set(stream, await folding.after(stream, events));
      all.set(fold, states);
    }
    return all;
  }

  /** After a failed write: where the store says each is. */
  async reload(): Promise<void> {
    for (const projection of this.projections) await this.add(projection);
  }
}

function byStream(events: readonly RecordedEvent[]): ReadonlyMap<string, readonly RecordedEvent[]> {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const known = streams.get(event.stream);
    if (known) known.push(event);
    else streams.set(event.stream, [event]);
  }
  return streams;
}
