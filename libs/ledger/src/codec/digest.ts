import { hash, randomFillSync } from 'node:crypto';

/** A part of an event that has a digest of its own, so that it can be shown or withheld apart. */
export type PartName = 'actor' | 'open' | 'provider' | 'municipality';

const SALT_BYTES = 16;
const DIGEST_BYTES = 32;
const NAMES: Readonly<Record<PartName, Buffer>> = {
  actor: Buffer.from('actor'),
  open: Buffer.from('open'),
  provider: Buffer.from('provider'),
  municipality: Buffer.from('municipality'),
};

// One working area for all: digests are made in one go, never across an await.
let area = Buffer.allocUnsafe(16_384);
const salts = Buffer.allocUnsafe(SALT_BYTES * 512);
let used = salts.length;

/** 16 random bytes, hexadecimal. */
export function newSalt(): string {
  if (used === salts.length) {
    randomFillSync(salts);
    used = 0;
  }
  used += SALT_BYTES;
  return salts.toString('hex', used - SALT_BYTES, used);
}

/** SHA-256(partSalt ‖ part) with partSalt = SHA-256(eventSalt ‖ part name), hexadecimal (rulings §4.1). */
export function partDigest(salt: string, name: PartName, part: string): string {
  makeRoom(DIGEST_BYTES + part.length * 3);
  const written = area.write(salt, 0, SALT_BYTES, 'hex');
  const salted = written + NAMES[name].copy(area, written);
  area.write(hash('sha256', area.subarray(0, salted), 'binary'), 0, 'binary');
  const end = DIGEST_BYTES + area.write(part, DIGEST_BYTES, 'utf8');
  return hash('sha256', area.subarray(0, end), 'hex');
}

/** SHA-256(0x00 ‖ leaf), hexadecimal: the leaf hash of RFC 9162. */
export function hashOfLeaf(leaf: string): string {
  makeRoom(1 + leaf.length * 3);
  area[0] = 0;
  return hash('sha256', area.subarray(0, 1 + area.write(leaf, 1, 'utf8')), 'hex');
}

/** UTF-8 needs at most three bytes a code unit. */
function makeRoom(bytes: number): void {
  if (area.length < bytes) area = Buffer.allocUnsafe(bytes * 2);
}

/** Names that every engine keeps whole. */
const STREAM = /^[^\0\ud800-\udfff]+$/u;
const TAG_CHARACTERS = 32;
const TAGS_MAX = 20_000;
const tags = new Map<string, string>();

/** What a leaf says of its stream: enough to check it, nothing that names a client. */
export function streamTag(stream: string): string {
  const known = tags.get(stream);
  if (known !== undefined) return known;
  if (!STREAM.test(stream)) throw new RangeError('A stream has a name, without NUL or half characters');
  const tag = hash('sha256', `uitkomst/stream/${stream}`, 'hex').slice(0, TAG_CHARACTERS);
  if (tags.size >= TAGS_MAX) tags.clear();
  tags.set(stream, tag);
  return tag;
}
