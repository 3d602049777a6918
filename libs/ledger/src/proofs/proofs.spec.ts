import { verifyMerkleInclusion } from '@sigstore/verify/dist/tlog/merkle.js';
import { HashTree } from '../seal/hash-tree.js';
import { bytesToHex, EMPTY_ROOT, hexToBytes, leafHashOf, nodeHashOf, sameBytes, utf8ToBytes } from './hashing.js';
import { growsFrom, includes, rootOfInclusion } from './proofs.js';

const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

function treeOf(leafHashes: readonly Uint8Array[]): HashTree {
  const tree = new HashTree();
  for (const leafHash of leafHashes) tree.append(leafHash);
  return tree;
}
const hexOf = (hashes: readonly Uint8Array[]): readonly string[] => hashes.map(bytesToHex);

describe('the vectors of RFC 6962', () => {
  const tree = treeOf(LEAVES.map((leaf) => leafHashOf(hexToBytes(leaf))));

  it('gives the known root at every size', () => {
    expect(ROOTS.map((_, size) => bytesToHex(tree.root(size)))).toEqual(ROOTS);
  });

  it('gives the known inclusion and consistency proofs', () => {
    expect(hexOf(tree.inclusion(0, 8).hashes)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hexOf(tree.consistency(6, 8).hashes)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });
});

/** Every tree of up to so many leaves: more than one tile. */
const SIZE_MAX = 300;
const leaves = Array.from({ length: SIZE_MAX }, (_, index) => utf8ToBytes(`leaf ${index}`));
const leafHashes = leaves.map(leafHashOf);
const tree = treeOf(leafHashes);

/** RFC 9162 §2.1.1, 2.1.3.1 and 2.1.4.1, word for word. */
const known = new Map<string, Uint8Array>();
function naiveRoot(start: number, end: number): Uint8Array {
  const name = `${start}-${end}`;
  const root =
    known.get(name) ??
    (end === start
      ? EMPTY_ROOT
      : end - start === 1
        ? (leafHashes[start] ?? EMPTY_ROOT)
        : nodeHashOf(naiveRoot(start, start + half(end - start)), naiveRoot(start + half(end - start), end)));
  known.set(name, root);
  return root;
}
const half = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));
function naivePath(index: number, start: number, end: number): Uint8Array[] {
  if (end - start === 1) return [];
  const middle = start + half(end - start);
  return index < half(end - start)
    ? [...naivePath(index, start, middle), naiveRoot(middle, end)]
    : [...naivePath(index - half(end - start), middle, end), naiveRoot(start, middle)];
}
function naiveSubproof(from: number, [start, end]: readonly [number, number], whole: boolean): Uint8Array[] {
  if (from === end - start) return whole ? [] : [naiveRoot(start, end)];
  const middle = start + half(end - start);
  return from <= half(end - start)
    ? [...naiveSubproof(from, [start, middle], whole), naiveRoot(middle, end)]
    : [...naiveSubproof(from - half(end - start), [middle, end], false), naiveRoot(start, middle)];
}

test('every root up to 300 leaves is that of the naive recursion, whether the tree has grown on or not', () => {
  const growing = new HashTree();
  for (let size = 0; size <= SIZE_MAX; size += 1) {
    const root = bytesToHex(naiveRoot(0, size));
    expect([bytesToHex(growing.root()), bytesToHex(tree.root(size))]).toEqual([root, root]);
    const next = leafHashes[size];
    if (next !== undefined) growing.append(next);
  }
});

test('every inclusion up to 300 leaves is that of the naive recursion, and holds for us and for Sigstore', () => {
  let checked = 0;
  for (let size = 1; size <= SIZE_MAX; size += 1) {
    const root = naiveRoot(0, size);
    for (let index = 0; index < size; index += 1) {
      const proof = tree.inclusion(index, size);
      const naive = naivePath(index, 0, size);
      const same = proof.hashes.every((hash, place) => sameBytes(hash, naive[place] ?? EMPTY_ROOT));
      if (!same || proof.hashes.length !== naive.length) throw new Error(`Another path for ${index} of ${size}`);
      if (!includes(root, proof, leafHashes[index] ?? root)) throw new Error(`No inclusion of ${index} in ${size}`);
      sigstoreVerifies(index, size, proof.hashes, root);
      checked += 1;
    }
  }
  expect(checked).toBe((SIZE_MAX * (SIZE_MAX + 1)) / 2);
});

test('every consistency up to 300 leaves is that of the naive recursion, and holds', () => {
  let checked = 0;
  for (let size = 0; size <= SIZE_MAX; size += 1)
    for (let from = 0; from <= size; from += 1) {
      const proof = tree.consistency(from, size);
      const naive = from === 0 ? [] : naiveSubproof(from, [0, size], true);
      const same = proof.hashes.every((hash, place) => sameBytes(hash, naive[place] ?? EMPTY_ROOT));
      if (!same || proof.hashes.length !== naive.length) throw new Error(`Another proof from ${from} to ${size}`);
      if (!growsFrom(naiveRoot(0, from), naiveRoot(0, size), proof)) throw new Error(`${from} to ${size} fails`);
      checked += 1;
    }
  expect(checked).toBe(((SIZE_MAX + 1) * (SIZE_MAX + 2)) / 2);
});

/** Throws where Sigstore's own verifier does not accept the proof. */
function sigstoreVerifies(index: number, size: number, hashes: readonly Uint8Array[], root: Uint8Array): void {
  const inclusionProof = {
    logIndex: String(index),
    hashes: hashes.map((hash) => Buffer.from(hash)),
    rootHash: Buffer.from(root),
    treeSize: String(size),
  };
  const entry = { canonicalizedBody: Buffer.from(leaves[index] ?? []), inclusionProof };
  verifyMerkleInclusion(
    entry as unknown as Parameters<typeof verifyMerkleInclusion>[0],
    { logSize: BigInt(size), logHash: Buffer.from(root) } as unknown as Parameters<typeof verifyMerkleInclusion>[1],
  );
}

const bent = (hash: Uint8Array): Uint8Array => hash.map((byte, index) => (index === 7 ? byte ^ 1 : byte));

describe('a proof that is not one', () => {
  const root = tree.root(100);
  const proof = tree.inclusion(41, 100);
  const leafHash = leafHashes[41] ?? root;

  it('does not show another leaf, place, size or root', () => {
    expect(includes(root, proof, leafHash)).toBe(true);
    expect(includes(root, proof, bent(leafHash))).toBe(false);
    expect(includes(bent(root), proof, leafHash)).toBe(false);
    for (const changed of [{ index: 40 }, { index: 100 }, { index: -1 }, { index: 0.5 }, { size: 300 }, { size: 41 }])
      expect(includes(root, { ...proof, ...changed }, leafHash)).toBe(false);
  });

  it('has not one hash changed, missing, added, or of another length', () => {
    const { hashes } = proof;
    for (const index of hashes.keys()) {
      expect(includes(root, { ...proof, hashes: hashes.with(index, bent(hashes[index] ?? root)) }, leafHash)).toBe(
        false,
      );
      expect(includes(root, { ...proof, hashes: hashes.toSpliced(index, 1) }, leafHash)).toBe(false);
      expect(includes(root, { ...proof, hashes: hashes.toSpliced(index, 0, root) }, leafHash)).toBe(false);
    }
    expect(rootOfInclusion({ ...proof, hashes: [...hashes, root] }, leafHash)).toBeUndefined();
    expect(rootOfInclusion({ index: 0, size: 2, hashes: [new Uint8Array(31)] }, leafHash)).toBeUndefined();
  });

  it('does not make a rewritten tree grow from the older one', () => {
    const older = tree.root(77);
    const grown = tree.consistency(77, 100);
    const { hashes } = grown;
    expect(growsFrom(older, root, grown)).toBe(true);
    expect(growsFrom(bent(older), root, grown)).toBe(false);
    expect(growsFrom(older, bent(root), grown)).toBe(false);
    expect(growsFrom(older, root, { ...grown, from: 76 })).toBe(false);
    expect(growsFrom(older, root, { ...grown, from: 101 })).toBe(false);
    expect(growsFrom(tree.root(64), root, { from: 64, size: 100, hashes: [] })).toBe(false);
    expect(growsFrom(root, root, { from: 100, size: 100, hashes: [root] })).toBe(false);
    for (const index of hashes.keys()) {
      expect(growsFrom(older, root, { ...grown, hashes: hashes.with(index, bent(hashes[index] ?? root)) })).toBe(false);
      expect(growsFrom(older, root, { ...grown, hashes: hashes.toSpliced(index, 1) })).toBe(false);
      expect(growsFrom(older, root, { ...grown, hashes: hashes.toSpliced(index, 0, root) })).toBe(false);
    }
  });
});

test('a tree is only asked for what it has', () => {
  expect(() => tree.root(301)).toThrow(RangeError);
  expect(() => tree.inclusion(300)).toThrow(RangeError);
  expect(() => tree.consistency(12, 11)).toThrow(RangeError);
});

test('the tiles of a tree are its hashes, full or as far as they go', () => {
  expect(tree.tile(0, 0).equals(Buffer.concat(leafHashes.slice(0, 256)))).toBe(true);
  expect(tree.tile(0, 1).equals(Buffer.concat(leafHashes.slice(256)))).toBe(true);
  expect(tree.tile(1, 0).equals(tree.root(256))).toBe(true);
  expect(tree.tile(1, 1)).toHaveLength(0);
});
