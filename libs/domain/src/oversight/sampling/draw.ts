import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../../values/canonical.js';
import type { SampleFilter } from './sample-filter.js';

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The seed of a plan: of its number and the leaf under which the ledger took it, which nobody could know before. */
export const seedOf = (sampleId: string, leafHash: string): string => hash(`${sampleId} ${leafHash}`);

export const filterHashOf = (filter: SampleFilter): string => hash(canonical(filter));

/** SHA-256 over the claim numbers in their order, one a line. */
export const populationHashOf = (claimIds: readonly string[]): string => hash(claimIds.toSorted().join('\n'));

/** SHA256_ORDER@1: the claims in the order of SHA-256(seed, claim number), of which the first so many. Anyone can draw it again. */
export function draw(claimIds: readonly string[], seed: string, size: number): readonly string[] {
  return claimIds
    .map((claimId) => ({ claimId, order: hash(`${seed} ${claimId}`) }))
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, size)
    .map(({ claimId }) => claimId);
}
