import { hearingUntil, ofClaim, outstandingCents } from '../clawback/clawbacks.js';
import type { ClientFile } from '../client-file.js';
import type { ClaimRecord } from './claim.js';

/** What a provider does not see of its claim before a letter told it. */
export type ToldByLetter = 'EXPIRED' | 'CLAWBACK_PROPOSED' | 'CLAWBACK_DECIDED';

/** What letters made known of what stands now, however many letters about other things came after them. */
export function madeKnown(file: Pick<ClientFile, 'clawbacks'>, claim: ClaimRecord): readonly ToldByLetter[] {
  const { claimId, ended, notices } = claim;
  const named = new Set(notices.map(({ payload }) => payload.subjectEventId));
  const open = ofClaim(file.clawbacks, claimId).filter((one) => one.state !== 'WITHDRAWN' && !isSettled(one));
  const known: ToldByLetter[] = [];
  if (ended?.how === 'EXPIRED' && named.has(ended.eventId)) known.push('EXPIRED');
  if (open.some((one) => hearingUntil(one, claim) !== undefined)) known.push('CLAWBACK_PROPOSED');
  if (open.some(({ decision }) => decision !== undefined && named.has(decision.eventId)))
    known.push('CLAWBACK_DECIDED');
  return known;
}

const isSettled = (clawback: ClientFile['clawbacks'][number]): boolean =>
  clawback.state === 'DECIDED' && outstandingCents(clawback) === 0;
