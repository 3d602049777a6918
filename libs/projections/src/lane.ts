import { START, type Ledger, type Position, type RecordedEvent } from '@uitkomst/ledger';
import { DefinitionBook } from './references/definition-book.js';
import { Folding } from './folding.js';
import type { Projection, StreamFold } from './projection.js';
import type { Change, ReadStore } from './reads.js';

/** Streams folded side by side: one may have to be read again, and that waits for the engine. */
const AT_ONCE = 64;

/** Projections that move on together over one reading of the ledger. Each has its own checkpoint and skips what is before it. */
export class Lane {
  private readonly positions = new Map<Projection, Position>();
  private readonly foldings = new Map<StreamFold<unknown>, Folding>();
  private until: Position | undefined;
  private definitions: DefinitionBook | undefined;

  constructor(
    private readonly ledger: Ledger,
    private readonly reads: ReadStore,
    private readonly eventsKept: number,
  ) {}

  /** All up to here is to be made up for: on the way a stream may be read ahead of the rest. */
  catchUpTo(until: Position): void {
    this.until = until;
  }

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
    // Read ahead is only what all of them write now; one that is further on would pass it over later.
    const together = new Set(this.positions.values()).size === 1;
    const states = await this.foldAll(streams, {
      folds: new Set(behind.map(([{ fold }]) => fold)),
      until: together ? this.until : undefined,
    });
    this.definitions ??= await DefinitionBook.open(this.ledger);
    const { definitions } = this;
    for (const event of batch) definitions.hear(event);
    const changes = behind.map(([projection, from]): Change => {
      const rows = new Map<string, readonly object[]>();
      const begun = new Set<string>();
      for (const [stream, state] of states.get(projection.fold) ?? []) {
        const events = streams.get(stream);
        if ((events?.at(-1)?.position ?? START) > from)
          rows.set(stream, projection.rows(state, stream, definitions.of));
        if (events?.[0]?.revision === 0 && events[0].position > from) begun.add(stream);
      }
      return { projection, from, to, rows, begun };
    });
    await this.reads.write(changes);
    for (const { projection } of changes) this.positions.set(projection, to);
    const caughtUp = this.until !== undefined && this.position >= this.until;
    if (caughtUp) this.until = undefined;
    for (const folding of this.foldings.values()) folding.told(caughtUp);
  }

  private async foldAll(
    streams: ReadonlyMap<string, readonly RecordedEvent[]>,
    { folds, until }: { readonly folds: ReadonlySet<StreamFold<unknown>>; readonly until: Position | undefined },
  ): Promise<ReadonlyMap<StreamFold<unknown>, ReadonlyMap<string, unknown>>> {
    const all = new Map<StreamFold<unknown>, Map<string, unknown>>();
    for (const [fold, folding] of this.foldings) {
      if (!folds.has(fold)) continue;
      const states = new Map<string, unknown>();
      const asked = [...streams].filter(([stream, events]) => fold.follows(stream) && !folding.isDone(stream, events));
      for (let index = 0; index < asked.length; index += AT_ONCE)
        await Promise.all(
          asked.slice(index, index + AT_ONCE).map(async ([stream, events]) => {
            states.set(stream, await folding.after(stream, events, until));
          }),
        );
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
