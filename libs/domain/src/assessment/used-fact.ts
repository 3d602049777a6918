import type { Recorded } from '../event.js';
import type { EventId } from '../values/ids.js';

/** A recorded event that a rule's answer rests on, with both its days: when it was so, and when the ledger heard. */
export interface UsedFact {
  readonly eventId: EventId;
  readonly type: string;
  readonly on?: string;
  readonly recordedAt: string;
  /** The system it came from. */
  readonly source?: string;
  readonly assurance?: string;
}

type Told = { readonly [field: string]: unknown } & {
  readonly assurance?: string;
  readonly source?: { readonly system: string };
};

/** The day an event is about, by whichever of these it carries. */
const DAYS = [
  'validFrom',
  'submittedOn',
  'completedOn',
  'resolvedOn',
  'decidedOn',
  'orderedOn',
  'paidOn',
  'completeThrough',
];

/** What is told of an event where it serves as the ground of a rule. */
export function usedFact({ id, type, recordedAt, payload }: Recorded): UsedFact {
  const told = payload as Told;
  const on = DAYS.map((field) => told[field]).find((day) => typeof day === 'string');
  return {
    eventId: id,
    type,
    recordedAt,
    ...(on !== undefined && { on }),
    ...(told.source !== undefined && { source: told.source.system }),
    ...(told.assurance !== undefined && { assurance: told.assurance }),
  };
}
