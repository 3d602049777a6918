import { EMPTY_ROOT, HASH_BYTES, nodeHashOf, sameBytes } from './hashing.js';

/** A leaf's place in a tree: the hashes beside its way up, from the leaf to the root (RFC 9162 §2.1.3). */
export interface InclusionProof {
  readonly index: number;
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

/** That a tree only grew: what links the root of its first `from` leaves to the root of all `size` (RFC 9162 §2.1.4). */
export interface ConsistencyProof {
  readonly from: number;
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

/** The root that a proof gives for a leaf hash; undefined where the proof is not one for that place (RFC 9162 §2.1.3.2). */
export function rootOfInclusion({ index, size, hashes }: InclusionProof, leafHash: Uint8Array): Uint8Array | undefined {
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes([leafHash, ...hashes])) return undefined;
  let place = BigInt(index);
  let last = BigInt(size - 1);
  let root = leafHash;
  for (const hash of hashes) {
    if (last === 0n) return undefined;
    if ((place & 1n) === 1n || place === last) {
      root = nodeHashOf(hash, root);
      while ((place & 1n) === 0n && place !== 0n) [place, last] = [place >> 1n, last >> 1n];
    } else root = nodeHashOf(root, hash);
    [place, last] = [place >> 1n, last >> 1n];
  }
  return last === 0n ? root : undefined;
}

/** Whether the leaf with this hash stands at the proof's place in the tree with this root. */
export function includes(root: Uint8Array, proof: InclusionProof, leafHash: Uint8Array): boolean {
  const found = rootOfInclusion(proof, leafHash);
  return found !== undefined && sameBytes(found, root);
}

/** Whether the tree with root `newer` begins with the whole tree of root `older` (RFC 9162 §2.1.4.2). */
export function growsFrom(older: Uint8Array, newer: Uint8Array, { from, size, hashes }: ConsistencyProof): boolean {
  if (!isCount(from) || !isCount(size) || from > size || !areHashes([older, newer, ...hashes])) return false;
  if (from === size) return hashes.length === 0 && sameBytes(older, newer);
  if (from === 0) return hashes.length === 0 && sameBytes(older, EMPTY_ROOT);
  const path = isPowerOfTwo(from) ? [older, ...hashes] : [...hashes];
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let place = BigInt(from - 1);
  let last = BigInt(size - 1);
  while ((place & 1n) === 1n) [place, last] = [place >> 1n, last >> 1n];
  let earlier = first;
  let later = first;
  for (const hash of rest) {
    if (last === 0n) return false;
    if ((place & 1n) === 1n || place === last) {
      earlier = nodeHashOf(hash, earlier);
      later = nodeHashOf(hash, later);
      while ((place & 1n) === 0n && place !== 0n) [place, last] = [place >> 1n, last >> 1n];
    } else later = nodeHashOf(later, hash);
    [place, last] = [place >> 1n, last >> 1n];
  }
  return last === 0n && sameBytes(earlier, older) && sameBytes(later, newer);
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const areHashes = (hashes: readonly Uint8Array[]): boolean => hashes.every(({ length }) => length === HASH_BYTES);
const isPowerOfTwo = (value: number): boolean => Number.isInteger(Math.log2(value)) && 2 ** Math.log2(value) === value;
