import { START, type Position } from '../../ledger.js';
import type { Reading } from './reading.js';

const MARK_EVERY = 512;

interface Mark {
  readonly position: Position;
  /** The latest recordedAt up to here. */
  readonly latest: number;
}

/**
 * What was known by an instant, on an engine where several processes stamp what the server then orders: the last position up to
 * which nothing is later (rulings §4.2). Read once; after that only what is new, and from the nearest mark.
 */
export class Moments {
  private readonly marks: Mark[] = [{ position: START, latest: Number.NEGATIVE_INFINITY }];
  private end: Mark = { position: START, latest: Number.NEGATIVE_INFINITY };
  private sinceMark = 0;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly reading: Reading) {}

  lastBy(instant: number): Promise<Position> {
    const found = this.turn.then(() => this.find(instant));
    this.turn = found.catch(() => undefined);
    return found;
  }

  private async find(instant: number): Promise<Position> {
    if (this.end.latest <= instant) return this.readOn(instant);
    const mark = this.marks.findLast(({ latest }) => latest <= instant);
    let known = mark?.position ?? START;
    for await (const { position, recordedAt } of this.reading.all({ after: known })) {
      if (Date.parse(recordedAt) > instant) break;
      known = position;
    }
    return known;
  }

  /** From where it was read to, up to the first event that is later. */
  private async readOn(instant: number): Promise<Position> {
    for await (const { position, recordedAt } of this.reading.all({ after: this.end.position })) {
      const before = this.end.position;
      this.end = { position, latest: Math.max(this.end.latest, Date.parse(recordedAt)) };
      if ((this.sinceMark += 1) % MARK_EVERY === 0) this.marks.push(this.end);
      if (this.end.latest > instant) return before;
    }
    return this.end.position;
  }
}
