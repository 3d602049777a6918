import { approversOf } from '../approval/separation-of-duties.js';
import type { ClaimRecord } from '../claim/claim.js';
import type { ClientFile } from '../client-file.js';
import { ofClaim } from './clawbacks.js';

/**
 * Who approved, released or prepared what was paid on this claim, or approved what is to be paid beside it: they neither decide to
 * ask it back, nor let it go, nor write it off (life-cycle §6, Who). Orders that came to nothing bind nobody.
 */
export function paidBy({ payments }: ClientFile, claim: ClaimRecord): ReadonlySet<string> {
  const people = new Set(approversOf(claim));
  for (const { state, order } of ofClaim(payments, claim.claimId)) {
    if (order === undefined || state === 'FAILED' || state === 'CANCELLED') continue;
    for (const person of [...order.approvers, order.payer, order.preparer]) people.add(person);
  }
  return people;
}
