import { EXIT } from '../exit.js';

/** What can be wrong with a ledger, with the exit code that tells it (rulings §4.6). */
export const KINDS = {
  /** A stored byte is not what was hashed. */
  CHANGED: EXIT.CHANGED,
  /** Events are missing: the tail was cut off, or this is an older backup. */
  SMALLER: EXIT.SMALLER,
  /** Events stand in another order than was sealed. */
  ORDER: EXIT.ORDER,
  /** An event stands there that was not there when it was sealed. */
  INSERTED: EXIT.INSERTED,
  /** There is another history, signed too. */
  FORK: EXIT.FORK,
  /** Signed with a key that is not trusted. */
  KEY: EXIT.KEY,
  /** A tile is not what the events make of it. */
  TILE: EXIT.TILE,
} as const;
export type Kind = keyof typeof KINDS;

export interface Finding {
  readonly kind: Kind;
  /** Id of the event, where one can be named. */
  readonly event?: string;
  /** The file, the seal, the stream with its revision, or the leaves it lies between. */
  readonly place: string;
  readonly what: string;
}

const MOST_TELLING_FIRST: readonly Kind[] = ['ORDER', 'INSERTED', 'CHANGED', 'TILE', 'KEY', 'SMALLER', 'FORK'];

/** Of several kinds of findings the one that explains the others best: a changed byte also changes a root. */
export const mostTelling = (findings: readonly Finding[]): Kind | undefined =>
  MOST_TELLING_FIRST.find((kind) => findings.some((finding) => finding.kind === kind));

const FINDINGS_MAX = 1_000;

/** Keeps the first thousand; a ledger with more is not looked at event by event any more. */
export class Findings {
  readonly list: Finding[] = [];
  count = 0;

  add(finding: Finding): void {
    this.count += 1;
    if (this.list.length < FINDINGS_MAX) this.list.push(finding);
  }

  /** What was found apart, counted in full: also what it did not keep. */
  addAll(found: Findings): void {
    this.list.push(...found.list.slice(0, FINDINGS_MAX - this.list.length));
    this.count += found.count;
  }
}
