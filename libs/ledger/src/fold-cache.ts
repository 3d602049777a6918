import type { Recorded } from '@uitkomst/domain';

/** A stream folded up to a revision (-1: nothing yet), with what was heard on it. */
export interface Folded<S> {
  readonly state: S;
  readonly revision: number;
  /** Revisions appended for each command, with the hash it came with: the answer to "heard before?". */
  readonly heard: ReadonlyMap<string, Heard>;
}

export interface Heard {
  readonly commandHash: string;
  readonly first: number;
  readonly last: number;
}

/** How a stream becomes a state. Total: `evolve` never throws. */
export interface Fold<S> {
  readonly initial: S;
  evolve(state: S, event: Recorded): S;
}

/** The fold of a decider's stream, on which nothing stands but its own events. */
export const foldOf = <S>(decider: { readonly initial: S; evolve(state: S, event: never): S }): Fold<S> => ({
  initial: decider.initial,
  evolve: (state, event) => decider.evolve(state, event as never),
});

export const nothing = <S>(fold: Fold<S>): Folded<S> => ({ state: fold.initial, revision: -1, heard: new Map() });

/** The fold with later events of the stream added. */
export function advanced<S>(fold: Fold<S>, folded: Folded<S>, events: readonly Recorded[]): Folded<S> {
  if (events.length === 0) return folded;
  let { state, revision } = folded;
  const heard = new Map(folded.heard);
  for (const event of events) {
    state = fold.evolve(state, event);
    ({ revision } = event);
    const { commandId, commandHash } = event;
    heard.set(commandId, { commandHash, first: heard.get(commandId)?.first ?? revision, last: revision });
  }
  return { state, revision, heard };
}

const EVENTS_MAX = 20_000;

/** The streams last used, folded, so that only newer events are read. A stale one is harmless: the append names its revision. */
export class FoldCache<S> {
  private readonly folds = new Map<string, Folded<S>>();
  private events = 0;

  /** Bounded by how many events it holds in all, since that is what takes the memory. */
  constructor(private readonly eventsMax: number = EVENTS_MAX) {}

  get(stream: string): Folded<S> | undefined {
    const folded = this.folds.get(stream);
    if (folded !== undefined) {
      this.folds.delete(stream); // Put back as the one used last.
      this.folds.set(stream, folded);
    }
    return folded;
  }

  /** Keeps the newer of what it holds and what it is given; one larger than the whole cache is read again each time. */
  keep(stream: string, folded: Folded<S>): void {
    const held = this.folds.get(stream);
    if ((held !== undefined && held.revision >= folded.revision) || folded.revision >= this.eventsMax) return;
    this.drop(stream);
    this.folds.set(stream, folded);
    this.events += folded.revision + 1;
    for (const [oldest] of this.folds) {
      if (this.events <= this.eventsMax) return;
      this.drop(oldest);
    }
  }

  private drop(stream: string): void {
    const held = this.folds.get(stream);
    if (held === undefined) return;
    this.folds.delete(stream);
    this.events -= held.revision + 1;
  }
}
