import type { ClientFile } from '../client-file.js';

/**
 * Who approved, released or prepared what was paid on this claim: they neither decide to ask it back, nor let it go, nor write it off
 * (life-cycle §6, Who). Orders that came to nothing bind nobody.
 */
export function paidBy({ payments }: ClientFile, claimId: string): ReadonlySet<string> {
  const people = new Set<string>();
  for (const { claimId: of, state, order } of payments) {
    if (of !== claimId || order === undefined || state === 'FAILED' || state === 'CANCELLED') continue;
    for (const person of [...order.approvers, order.payer, order.preparer]) people.add(person);
  }
  return people;
}
