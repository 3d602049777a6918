import { START, type Ledger, type Position, type RecordedEvent } from '@uitkomst/ledger';
import type { Projection } from '../projection.js';
import type { ReadStore } from '../reads.js';

/** How far the sweep after changed terms has come: begun anew where rows are. */
export const TERMS_SWEEP = 'terms-sweep';

const AFTER = 'ledger-after';
const LEAF = 'ledger-leaf';
/** Hexadecimal digits of a leaf hash that fit in the whole number of a cursor. */
const DIGITS = 13;

/** Told when rows are thrown away: they were made from another ledger, or from what a backup that was put back no longer holds. */
export class RowsOfAnotherLedger extends Error {
  override readonly name = 'RowsOfAnotherLedger';

  constructor() {
    super(
      'The read models were made from another ledger, or from later events than this one holds: they are made anew',
    );
  }
}

interface Marked {
  readonly ledger: Ledger;
  readonly reads: ReadStore;
  readonly projections: readonly Projection[];
  readonly onError?: (error: unknown) => void;
}

/**
 * From which ledger the rows of a store were made, by one of its events: the first after a position, and the leaf it has. A ledger that
 * holds another event there is another, or went another way since, however long it is.
 */
export class LedgerMark {
  private known: Position | undefined;

  constructor(private readonly options: Marked) {}

  /** Throws away what was made from another ledger; a store without a mark, of an earlier program, is believed up to this one's head. */
  async forgetRowsOfAnother(head: Position): Promise<void> {
    const { reads, projections, onError } = this.options;
    if (!(await this.reachesBeyond(head)) && !(await this.isOfAnother())) return;
    onError?.(new RowsOfAnotherLedger());
    for (const projection of projections) {
      const served = await reads.served(projection.name);
      await reads.forget(projection);
      if (served !== undefined && served !== projection.version) await reads.forget({ ...projection, version: served });
    }
    // Last: broken off before it, the next start does the same again.
    await reads.moveCursors({ [AFTER]: START, [LEAF]: START, [TERMS_SWEEP]: START });
    this.known = undefined;
  }

  /** Before rows of this event are written: a mark without its rows makes work at worst, rows without their mark would be believed. */
  async remember(after: Position, next: RecordedEvent | undefined): Promise<void> {
    if (next === undefined || (this.known !== undefined && after <= this.known)) return;
    await this.options.reads.moveCursors({ [AFTER]: after, [LEAF]: leafOf(next) });
    this.known = after;
  }

  private async reachesBeyond(head: Position): Promise<boolean> {
    const { reads, projections } = this.options;
    for (const { name, version } of projections) if ((await reads.checkpoint(name, version)) > head) return true;
    return false;
  }

  private async isOfAnother(): Promise<boolean> {
    const { ledger, reads } = this.options;
    const leaf = await reads.cursor(LEAF);
    if (leaf === START) return false;
    const after = await reads.cursor(AFTER);
    for await (const event of ledger.readAll({ after, max: 1 })) return leafOf(event) !== leaf;
    return true;
  }
}

const leafOf = ({ leafHash }: RecordedEvent): number => Number.parseInt(leafHash.slice(0, DIGITS), 16);
