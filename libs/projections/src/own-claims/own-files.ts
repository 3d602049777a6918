import { personOf } from '@uitkomst/domain';
import type { ReadStore } from '../reads.js';
import { OWN_TRAJECTS, type OwnTraject } from '../trajects/own-trajects.projection.js';
import { OWN_CLAIMS, type OwnClaimRow } from './own-claims.projection.js';
import { ownBy, type OwnQuestion } from './own-question.js';

/** The files, by pseudonym, in which a provider has a traject or a claim. */
export async function readOwnFiles(
  reads: Pick<ReadStore, 'countBy'>,
  own: Pick<OwnQuestion, 'municipality' | 'providerId'>,
): Promise<ReadonlySet<string>> {
  const trajects = await reads.countBy(OWN_TRAJECTS, 'personRef', ownBy<OwnTraject>(own));
  const claims = await reads.countBy(OWN_CLAIMS, 'claimId', ownBy<OwnClaimRow>(own));
  return new Set([...trajects.keys(), ...Array.from(claims.keys(), personOf)]);
}
