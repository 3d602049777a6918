import type { GrowingRoot } from '@uitkomst/ledger';
import type { Sequence } from './sequence.js';

/** The leaves as they stand, or as they must once have stood: places in the sequence, and whose hash counts for each. */
export interface Order {
  readonly places: number[];
  readonly hashes: Buffer[];
}

/** Leaves from the last root that fits up to the first that does not. */
export interface Window {
  readonly before: GrowingRoot;
  readonly from: number;
  readonly to: number;
  readonly root: Buffer;
}

/** How the leaves of a window must once have been, so that they had the root that was signed. */
export type Repair =
  | { readonly how: 'as the tiles say' | 'as the columns say'; readonly changed: readonly number[] }
  | { readonly how: 'without one'; readonly at: number }
  | { readonly how: 'two changed places'; readonly at: number; readonly with: number };

/** Leaves in a window at most, where every single one is tried. */
const TRIED_MAX = 2_500;
const PAIRS_MAX = 100;
const OUT_OF_TIME_MAX = 40;

export const rootsAt = (window: Window, hashes: readonly Buffer[]): boolean => {
  const tree = window.before.copy();
  for (let index = window.from; index < window.to; index += 1) tree.append(hashes[index] ?? Buffer.alloc(32));
  return tree.root().equals(window.root);
};

/** Looks for the one change that explains a root; the likeliest first. */
export function repairOf(window: Window, order: Order, sequence: Sequence): Repair | undefined {
  return (
    replaced(window, order, { sequence, how: 'as the tiles say' }) ??
    replaced(window, order, { sequence, how: 'as the columns say' }) ??
    withoutOne(window, order) ??
    swapped(window, order, sequence)
  );
}

function replaced(
  window: Window,
  { places, hashes }: Order,
  { sequence, how }: { readonly sequence: Sequence; readonly how: 'as the tiles say' | 'as the columns say' },
): Repair | undefined {
  const others = how === 'as the tiles say' ? sequence.kept : sequence.column;
  const changed: number[] = [];
  const tried = [...hashes];
  for (let index = window.from; index < window.to; index += 1) {
    const other = others[how === 'as the tiles say' ? index : (places[index] ?? -1)];
    if (other === undefined || hashes[index]?.equals(other) === true) continue;
    changed.push(index);
    tried[index] = other;
  }
  if (changed.length === 0) return undefined;
  if (rootsAt(window, tried)) return { how, changed };
  if (changed.length > PAIRS_MAX) return undefined;
  const one = changed.find((index) => rootsAt(window, hashes.with(index, tried[index] ?? Buffer.alloc(32))));
  return one === undefined ? undefined : { how, changed: [one] };
}

function withoutOne(window: Window, { hashes }: Order): Repair | undefined {
  const { from, to, before, root } = window;
  if (to - from > TRIED_MAX || to >= hashes.length) return undefined;
  const prefix = before.copy();
  for (let at = from; at < to; at += 1) {
    const tree = prefix.copy();
    for (let index = at + 1; index <= to; index += 1) tree.append(hashes[index] ?? Buffer.alloc(32));
    if (tree.root().equals(root)) return { how: 'without one', at };
    prefix.append(hashes[at] ?? Buffer.alloc(32));
  }
  return undefined;
}

function swapped(window: Window, { places, hashes }: Order, { times }: Sequence): Repair | undefined {
  for (const [at, other] of pairs(window, places, times)) {
    const [left, right] = [hashes[at], hashes[other]];
    if (left === undefined || right === undefined) continue;
    if (rootsAt(window, hashes.with(at, right).with(other, left)))
      return { how: 'two changed places', at, with: other };
  }
  return undefined;
}

/** Neighbours, those whose time does not fit their place, and in a small window any two. */
function* pairs(
  { from, to }: Window,
  places: readonly number[],
  times: readonly string[],
): Generator<readonly [number, number]> {
  const timeOf = (index: number): string => times[places[index] ?? -1] ?? '';
  const late: number[] = [];
  const early: number[] = [];
  let latest = '';
  for (let index = 0; index < places.length; index += 1) {
    if (index + 1 < places.length && timeOf(index) > timeOf(index + 1)) late.push(index);
    if (timeOf(index) < latest) early.push(index);
    if (timeOf(index) > latest) latest = timeOf(index);
  }
  for (const at of late.slice(0, OUT_OF_TIME_MAX))
    for (const other of [...early.slice(0, OUT_OF_TIME_MAX / 2), ...early.slice(-OUT_OF_TIME_MAX / 2)])
      yield [at, other];
  if (to - from <= TRIED_MAX) for (let at = from; at < to; at += 1) yield [at, at + 1];
  const end = Math.min(to + PAIRS_MAX, places.length);
  if (to - from <= PAIRS_MAX)
    for (let at = from; at < to; at += 1) for (let other = at + 2; other < end; other += 1) yield [at, other];
}
