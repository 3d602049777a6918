import { personOf } from '@uitkomst/domain';
import { clientStream } from '@uitkomst/ledger';
import { findClaim } from '../find-claim.js';
import type { FindActs } from './acts.controller.js';
import { shownAct } from './shown-act.js';

/** What was done to a claim, for whoever may know of the claim. */
export const ofClaim: FindActs<{ readonly claimId: string }> = async (services, principal, { claimId }) => {
  await findClaim(services, principal, claimId);
  const stream = clientStream(principal.municipality, personOf(claimId));
  return { stream, show: (event) => shownAct(principal, event) };
};
