import { GrowingRoot, TILE_WIDTH } from '@uitkomst/ledger';
import type { Finding, Findings } from './finding.js';
import { bySize, type Mark } from './mark.js';
import { type Order, type Repair, repairOf, rootsAt } from './repairs.js';
import type { Sequence } from './sequence.js';

/**
 * Says why leaves do not have the roots they are known to have had: which event was changed, inserted, or changed places, which tile is
 * not theirs, or that there is another history. One change a root is looked for; where none explains it, the leaves are named between
 * which it lies.
 */
export function explainRoots(sequence: Sequence, marks: readonly Mark[], findings: Findings): void {
  const explained = new Explanation(sequence, findings);
  for (const mark of bySize(marks)) explained.next(mark);
  explained.end();
}

class Explanation {
  private readonly order: Order;
  private before = GrowingRoot.empty();
  /** Roots that nothing explains yet; a later one that fits shows that they are of another history. */
  private pending: Mark[] = [];

  constructor(
    private readonly sequence: Sequence,
    private readonly findings: Findings,
  ) {
    this.order = { places: sequence.computed.map((_, index) => index), hashes: [...sequence.computed] };
  }

  next(mark: Mark): void {
    const { hashes } = this.order;
    if (mark.size > hashes.length) return; // Told as missing.
    const window = { before: this.before, from: this.before.size, to: mark.size, root: mark.root };
    if (!rootsAt(window, hashes)) {
      const repair = window.from === window.to ? undefined : repairOf(window, this.order, this.sequence);
      if (repair === undefined) return void this.pending.push(mark);
      this.mend(repair);
    }
    for (const { place } of this.pending.splice(0))
      this.findings.add({ kind: 'FORK', place, what: 'was signed over another history' });
    this.advance(mark.size);
  }

  end(): void {
    const [first] = this.pending;
    if (first !== undefined) {
      const between = `leaves ${this.before.size} to ${first.size - 1}`;
      const missing = this.findings.list.some(({ kind }) => kind === 'SMALLER');
      this.findings.add(
        first.own && first.size > this.before.size
          ? {
              kind: missing ? 'SMALLER' : 'CHANGED',
              place: between,
              what: `do not have the root that was signed in ${first.place}`,
            }
          : { kind: 'FORK', place: first.place, what: 'was signed over another history' },
      );
    }
    this.tiles();
  }

  private advance(size: number): void {
    const tree = this.before.copy();
    for (let index = tree.size; index < size; index += 1) tree.append(this.order.hashes[index] ?? Buffer.alloc(32));
    this.before = tree;
  }

  private mend(repair: Repair): void {
    const { places, hashes } = this.order;
    if (repair.how === 'without one') {
      this.tell('INSERTED', repair.at, 'was not there when the ledger was sealed');
      places.splice(repair.at, 1);
      hashes.splice(repair.at, 1);
    } else if (repair.how === 'two changed places') {
      this.tell('ORDER', repair.at, `changed places with ${this.nameAt(repair.with)}`);
      exchange(places, repair.at, repair.with);
      exchange(hashes, repair.at, repair.with);
    } else if (repair.how === 'as the columns say')
      for (const index of repair.changed) hashes[index] = this.sequence.column[places[index] ?? -1] ?? Buffer.alloc(32);
    else {
      this.tellByTiles(repair.changed);
      for (const index of repair.changed) hashes[index] = this.sequence.kept[index] ?? Buffer.alloc(32);
    }
  }

  /** The tiles are right: what do the events say instead? */
  private tellByTiles(changed: readonly number[]): void {
    const { kept, computed } = this.sequence;
    const [first = 0] = changed;
    const shifted = (by: number) =>
      changed.length > 1 &&
      [0, 1].every((step) => same(computed[first + step + Math.max(by, 0)], kept[first + step - Math.min(by, 0)]));
    if (shifted(1)) return this.tell('INSERTED', first, 'was not there when the ledger was sealed');
    if (shifted(-1))
      return this.findings.add({
        kind: 'SMALLER',
        place: `before ${this.nameAt(first)}`,
        what: `leaf ${first} is missing`,
      });
    for (const index of changed) {
      const other = changed.find((one) => one !== index && same(computed[index], kept[one]));
      if (other === undefined) this.tell('CHANGED', index, 'is not the event that was sealed');
      else this.tell('ORDER', index, `stood where ${this.nameAt(other)} stands`);
    }
  }

  /** Tiles that are not what the leaves, as far as roots vouch for them, make of them. */
  private tiles(): void {
    const { kept } = this.sequence;
    const { hashes } = this.order;
    const wrong = new Set<number>();
    for (const [index, hash] of kept.entries())
      if (hash !== undefined && index < this.before.size && hashes[index]?.equals(hash) === false)
        wrong.add(Math.floor(index / TILE_WIDTH));
    for (const tile of wrong)
      this.findings.add({ kind: 'TILE', place: `tile 0/${tile}`, what: 'holds other hashes than its events have' });
  }

  private tell(kind: Finding['kind'], index: number, what: string): void {
    const event = this.sequence.ids[this.order.places[index] ?? -1];
    const known = this.findings.list.some((finding) => finding.event === event && finding.kind !== 'TILE');
    if (event !== undefined && !known) this.findings.add({ kind, event, place: this.nameAt(index), what });
  }

  private nameAt(index: number): string {
    return this.sequence.names[this.order.places[index] ?? -1] ?? `leaf ${index}`;
  }
}

const same = (hash: Buffer | undefined, other: Buffer | undefined): boolean =>
  other !== undefined && hash?.equals(other) === true;

function exchange(list: unknown[], at: number, other: number): void {
  const [left, right] = [list[at], list[other]];
  if (left === undefined || right === undefined) return;
  list[at] = right;
  list[other] = left;
}
