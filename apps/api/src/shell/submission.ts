import type { SubmitClaim } from '@uitkomst/contracts';
import { MILESTONE_DEFAULT, type ClientFileCommand } from '@uitkomst/domain';
import type { Services } from './open-services.js';
import { nameFrom, type Ask } from './recording/ask.js';

type Submission = Extract<ClientFileCommand, { type: 'SubmitClaim' }>['claim'];

/**
 * What a provider's claim becomes: its number follows from the request, so that a repeat is the same claim. A person never seen gets
 * a pseudonym and, with the claim, a file: the answer does not tell whether the person was known (rulings §5.2).
 */
export function submission(
  { identities }: { readonly identities: Pick<Services['identities'], 'createOrFind'> },
  { ask, providerId }: { readonly ask: Pick<Ask, 'principal' | 'commandId'>; readonly providerId: string },
  { dossierRef, bsn, outcomeType = 'WORK', milestone = MILESTONE_DEFAULT, ...asked }: SubmitClaim,
): { readonly personRef: string; readonly claim: Submission } {
  const personRef = dossierRef ?? identities.createOrFind(ask.principal.municipality, bsn ?? '');
  const claimId = `${personRef}.${nameFrom(ask.commandId, 'claim')}`;
  return { personRef, claim: { ...asked, claimId, providerId, outcomeType, milestone } };
}
