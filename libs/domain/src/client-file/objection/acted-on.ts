import { approversOf, shapingFacts } from '../approval/separation-of-duties.js';
import type { ClaimRecord } from '../claim/claim.js';
import { ofClaim } from '../clawback/clawbacks.js';
import type { ClientFile } from '../client-file.js';
import { idsOfJob } from '../facts/jobs.js';

/**
 * Everybody who acted on the decision as it is or as it was objected to (Awb 7:5): who reviewed, attributed, confirmed the
 * self-employment or reported another funder (also what was retracted since), approved (also where that is void), refused, prepared,
 * paid or asked back, the officer who made the decision known, and who decided an earlier objection. They don't handle the objection.
 */
export function actedOn(file: ClientFile, claim: ClaimRecord): ReadonlySet<string> {
  const { claimId, submission, reviews, voidApprovals, voidRefusals, refusal, notices } = claim;
  const deciders = [
    ...reviews,
    ...voidApprovals,
    ...voidRefusals,
    ...notices,
    ...(refusal === undefined ? [] : [refusal]),
  ];
  const officers = deciders.filter(({ actor }) => actor.role !== 'SYSTEM').map(({ actor }) => actor.id);
  const people = new Set([...officers, ...approversOf(claim)]);
  const { jobId } = submission.payload;
  const ids = jobId === undefined ? new Set<string>() : idsOfJob(file.facts, jobId);
  for (const { actor } of shapingFacts(file, ids)) people.add(actor.id);
  for (const { order } of ofClaim(file.payments, claimId))
    for (const person of order === undefined ? [] : [...order.approvers, order.payer, order.preparer])
      people.add(person);
  for (const { decision } of ofClaim(file.objections, claimId)) if (decision !== undefined) people.add(decision.by);
  for (const { payload, actor } of file.attributions) if (ids.has(payload.jobId)) people.add(actor.id);
  for (const clawback of ofClaim(file.clawbacks, claimId)) for (const person of clawback.people) people.add(person);
  return people;
}
