import { textOf, type Day } from '../days.js';

/** A seeded source of choices: the same seed gives the same file on every machine. */
export class Draw {
  private state: number;

  constructor(seed: number) {
    this.state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) >>> 0;
    for (let warmup = 0; warmup < 4; warmup += 1) this.next();
  }

  /** A number in [0, 1): a 32-bit xorshift. */
  private next(): number {
    let word = this.state === 0 ? 0x1234567 : this.state;
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    this.state = word >>> 0;
    return this.state / 0x1_0000_0000;
  }

  /** A whole number from least up to and including most. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** The items in any order. */
  shuffled<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, place: this.next() }))
      .toSorted((one, other) => one.place - other.place)
      .map(({ item }) => item);
  }

  /** Mostly soon after the day itself, at times much later, at times beforehand. */
  recorded(day: Day): string {
    const kind = this.between(1, 100);
    if (kind <= 70) return textOf(day + this.between(0, 10));
    if (kind <= 85) return textOf(day + this.between(20, 60));
    if (kind <= 93) return textOf(day + this.between(100, 300));
    return textOf(day - this.between(1, 20));
  }
}
