import type { Terms } from '../../terms/terms.js';
import { addDuration, dayOf, durationOf, type Day } from '../../values/calendar-date.js';
import type { ClaimRecord } from '../claim/claim.js';
import type { ClientFile } from '../client-file.js';
import { parametersNamed } from '../determination/parameters-named.js';
import { ofClaim } from './clawbacks.js';

const CLAWBACK_HORIZON = 'P5Y';

/**
 * Last day on which money can still be asked back (R45): counted from the determination last ordered. Undefined where nothing was
 * paid. Awb 4:57: five years.
 */
export function horizonOf(
  { payments }: ClientFile,
  { claimId, determination }: ClaimRecord,
  terms: Terms,
): Day | undefined {
  const last = ofClaim(payments, claimId).findLast(({ paidCents }) => paidCents > 0);
  if (last === undefined) return undefined;
  const parameters = parametersNamed(terms, determination?.payload.definition);
  const horizon = durationOf(parameters?.clawbackHorizon ?? CLAWBACK_HORIZON);
  return addDuration(dayOf(last.order?.determinedOn ?? last.orderedOn), horizon);
}

/** Whether money can still be asked back on that day, the horizon's last day included. */
export function horizonRuns(
  file: ClientFile,
  claim: ClaimRecord,
  { today, terms }: { readonly today: Day; readonly terms: Terms },
): boolean {
  const last = horizonOf(file, claim, terms);
  return last !== undefined && today <= last;
}

/** A clawback that a person let go after hearing isn't proposed again while the decision says the same. */
export const wasLetGo = ({ clawbacks }: ClientFile, { claimId, determination }: ClaimRecord): boolean =>
  ofClaim(clawbacks, claimId).some(({ letGo, runId }) => letGo && runId === determination?.run[0]?.id);
