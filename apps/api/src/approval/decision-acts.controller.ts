import { ClaimParams } from '@uitkomst/contracts';
import { actsController, type FindActs } from '../shell/acts/acts.controller.js';
import { ofClaim } from '../shell/acts/claim-acts.js';
import { onlyStaff } from '../shell/auth/principal.js';

/** How officers came to a decision is theirs. */
const ofClaimForStaff: FindActs<ClaimParams> = async (services, principal, named) => {
  onlyStaff(principal);
  return ofClaim(services, principal, named);
};

const asks = (payload: unknown): boolean => (payload as { readonly kind?: string }).kind === 'REVIEW';

/** A request for evidence is a letter about a review. */
const ofClaimAsked: FindActs<ClaimParams> = async (...asked) => {
  const { stream, show } = await ofClaim(...asked);
  return { stream, show: (event) => (asks(event.payload) ? show(event) : undefined) };
};

/** Onderzoeksbesluiten en bewijsverzoeken: what officers did before there was a decision to approve. */
export const DECISION_ACTS = [
  actsController({
    path: 'claims/:claimId/onderzoeksbesluiten',
    params: ClaimParams,
    tag: 'fiattering',
    find: ofClaimForStaff,
    types: ['ReviewResolved'],
    list: { id: 'listReviews', summary: 'Onderzoeksbesluiten bij een declaratie' },
    get: { id: 'getReview', summary: 'Eén onderzoeksbesluit bij een declaratie' },
  }),
  actsController({
    path: 'claims/:claimId/bewijsverzoeken',
    params: ClaimParams,
    tag: 'fiattering',
    find: ofClaimAsked,
    types: ['DecisionNotified'],
    list: { id: 'listEvidenceRequests', summary: 'Bewijsverzoeken bij een declaratie' },
    get: { id: 'getEvidenceRequest', summary: 'Eén bewijsverzoek bij een declaratie' },
  }),
];
