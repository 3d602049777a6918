import { hearingUntil, isOpenClawback, ofClaim } from '../clawback/clawbacks.js';
import type { ClientFile } from '../client-file.js';
import { isTold, type ClaimRecord } from './claim.js';

/** What a provider does not see of its claim before a letter told it. */
export type ToldByLetter = 'EXPIRED' | 'CLAWBACK_PROPOSED' | 'CLAWBACK_DECIDED';

/** What letters made known of what stands now, however many letters about other things came after them. */
export function madeKnown(file: Pick<ClientFile, 'clawbacks'>, claim: ClaimRecord): readonly ToldByLetter[] {
  const { claimId, ended } = claim;
  const open = ofClaim(file.clawbacks, claimId).filter(isOpenClawback);
  const known: ToldByLetter[] = [];
  if (ended?.how === 'EXPIRED' && isTold(claim, ended.eventId)) known.push('EXPIRED');
  if (open.some((one) => hearingUntil(one, claim) !== undefined)) known.push('CLAWBACK_PROPOSED');
  if (open.some(({ decision }) => decision !== undefined && isTold(claim, decision.eventId)))
    known.push('CLAWBACK_DECIDED');
  return known;
}
