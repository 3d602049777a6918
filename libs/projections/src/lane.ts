import { START, type Ledger, type Position, type RecordedEvent } from '@uitkomst/ledger';
import { DefinitionBook } from './references/definition-book.js';
import { Folding } from './folding.js';
import type { Projection, StreamFold } from './projection.js';
import type { Change, ReadStore } from './reads.js';

/** Streams folded side by side: one may have to be read again, and that waits for the engine. */
const AT_ONCE = 64;

/** Rows that were made and are not written yet: of each stream the last. */
interface Draft {
  readonly from: Position;
  readonly rows: Map<string, readonly object[]>;
  readonly begun: Set<string>;
}

/** Projections that move on together over one reading of the ledger. Each has its own checkpoint and skips what is before it. */
export class Lane {
  /** Where each is in the store. */
  private readonly positions = new Map<Projection, Position>();
  /** Through which event rows of it were made; what is not written yet is in its draft. */
  private readonly folded = new Map<Projection, Position>();
  private readonly drafts = new Map<Projection, Draft>();
  private writing = Promise.resolve();
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
    const position = await this.reads.checkpoint(projection.name, projection.version);
    this.positions.set(projection, position);
    this.folded.set(projection, position);
    if (!this.foldings.has(projection.fold))
      this.foldings.set(projection.fold, new Folding(this.ledger, projection.fold, this.eventsKept));
  }

  remove(name: string, version: number): void {
    for (const projection of this.positions.keys())
      if (projection.name === name && projection.version === version)
        for (const each of [this.positions, this.folded, this.drafts]) each.delete(projection);
  }

  get projections(): readonly Projection[] {
    return [...this.positions.keys()];
  }

  get empty(): boolean {
    return this.positions.size === 0;
  }

  /** Where the one furthest behind is in the store. */
  get position(): Position {
    return this.empty ? START : (Math.min(...this.positions.values()) as Position);
  }

  /** After which event to go on. */
  get foldedTo(): Position {
    return this.empty ? START : (Math.min(...this.folded.values()) as Position);
  }

  /** Writes what these events make of every projection, with its checkpoint, in one transaction. Applied twice it changes nothing. */
  async apply(batch: readonly RecordedEvent[]): Promise<void> {
    await this.fold(batch);
    await this.write();
    await this.written();
  }

  /** Makes rows of the next events, and keeps them until they are written. */
  async fold(batch: readonly RecordedEvent[]): Promise<void> {
    const to = batch.at(-1)?.position ?? START;
    const behind = [...this.folded].filter(([, from]) => from < to);
    if (behind.length === 0) return;
    const since = Math.min(...behind.map(([, from]) => from));
    const streams = byStream(batch.filter(({ position }) => position > since));
    // Read ahead is only what all of them write now; one that is further on would pass it over later.
    const together = new Set(this.folded.values()).size === 1;
    const { until } = this;
    const states = await this.foldAll(streams, {
      folds: new Set(behind.map(([{ fold }]) => fold)),
      until: together && until !== undefined && since < until ? until : undefined,
    });
    this.definitions ??= await DefinitionBook.open(this.ledger);
    const { definitions } = this;
    for (const event of batch) definitions.hear(event);
    for (const [projection, from] of behind) {
      const draft = this.drafts.get(projection) ?? { from, rows: new Map(), begun: new Set() };
      for (const [stream, state] of states.get(projection.fold) ?? []) {
        const events = streams.get(stream);
        if ((events?.at(-1)?.position ?? START) > from)
          draft.rows.set(stream, projection.rows(state, stream, definitions.of));
        if (events?.[0]?.revision === 0 && events[0].position > from) draft.begun.add(stream);
      }
      this.drafts.set(projection, draft);
      this.folded.set(projection, to);
    }
  }

  /** Begins to write what was folded, once the write before is done: on a long way the next events are folded meanwhile. */
  async write(): Promise<void> {
    await this.writing;
    if (this.drafts.size === 0) return;
    this.writing = this.writeNow();
    this.writing.catch(() => undefined); // Told to whoever comes next.
  }

  /** All that was given to be written is. */
  written(): Promise<void> {
    return this.writing;
  }

  private async writeNow(): Promise<void> {
    const changes = [...this.drafts].map(([projection, { from, rows, begun }]): Change => {
      const to = this.folded.get(projection) ?? START;
      return { projection, from, to, rows, begun };
    });
    this.drafts.clear();
    const tell = [...this.foldings.values()].map((folding) => folding.telling());
    await this.reads.write(changes);
    for (const { projection, to } of changes) if (this.positions.has(projection)) this.positions.set(projection, to);
    const caughtUp = this.until !== undefined && this.position >= this.until;
    if (caughtUp) this.until = undefined;
    for (const told of tell) told(caughtUp);
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

  /** After a failure: where the store says each is. */
  async reload(): Promise<void> {
    await this.writing.catch(() => undefined);
    this.writing = Promise.resolve();
    this.drafts.clear();
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
