import type { Day } from '@uitkomst/domain';
import { ledgerUntil, TermsBook, type Ledger, type Position } from '@uitkomst/ledger';
import type { ReadStore } from '../reads.js';
import { ProjectionRunner } from '../runner.js';
import { projectionsAsOf } from './as-of.js';

/** A past state: what the ledger held at a position, as of a day. */
export interface Cut {
  readonly position: Position;
  readonly day: Day;
}

interface Building {
  readonly ledger: Ledger;
  readonly reads: ReadStore;
  /** Events made into rows at a time: in a thread of its own more, between requests fewer. */
  readonly batchMax: number;
  /** Told how far it has come; what it throws ends the building. */
  readonly onReached: (position: Position) => void;
}

/** Fills an empty read store with the rows of a past state, by the same folds over the same events as the present one. */
export async function buildCut({ ledger, ...building }: Building, { position, day }: Cut): Promise<void> {
  const past = ledgerUntil(ledger, position);
  const terms = await TermsBook.open(past, { follow: false });
  const projections = projectionsAsOf({ day, termsOf: (municipality) => terms.current(municipality) });
  await new ProjectionRunner({ ledger: past, ...building, projections }).catchUp();
}
