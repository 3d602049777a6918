import { hash, randomFillSync } from 'node:crypto';

/** A part of an event that has a digest of its own, so that it can be shown or withheld apart. */
export type PartName = 'actor' | 'open' | 'provider' | 'municipality';

const SALT_BYTES = 16;
const DIGEST_BYTES = 32;
const named = (name: PartName): Buffer => Buffer.concat([Buffer.alloc(SALT_BYTES), Buffer.from(name)]);
/** Event salt ‖ part name: the salt is filled in for each event. */
const SALTED: Readonly<Record<PartName, Buffer>> = {
  actor: named('actor'),
  open: named('open'),
  provider: named('provider'),
  municipality: named('municipality'),
};

// One working area for all: digests are made in one go, never across an await.
let area = Buffer.allocUnsafe(16_384);
const salts = Buffer.allocUnsafe(SALT_BYTES * 512);
let used = salts.length;

/** 16 random bytes. They are overwritten some time later: keep the hexadecimal form. */
export function newSalt(): Buffer {
  if (used === salts.length) {
    randomFillSync(salts);
    used = 0;
  }
  used += SALT_BYTES;
  return salts.subarray(used - SALT_BYTES, used);
}

/** SHA-256(partSalt ‖ part) with partSalt = SHA-256(eventSalt ‖ part name), hexadecimal (rulings §4.1). */
export function partDigest(salt: Buffer, name: PartName, part: string): string {
  makeRoom(DIGEST_BYTES + part.length * 3);
  const salted = SALTED[name];
  salted.set(salt);
  area.write(hash('sha256', salted, 'binary'), 0, 'latin1');
  return hash('sha256', firstOf(DIGEST_BYTES + area.write(part, DIGEST_BYTES, 'utf8')), 'hex');
}

/** SHA-256(0x00 ‖ leaf), hexadecimal: the leaf hash of RFC 9162. */
export function hashOfLeaf(leaf: string): string {
  makeRoom(1 + leaf.length * 3);
  area[0] = 0;
  return hash('sha256', firstOf(1 + area.write(leaf, 1, 'utf8')), 'hex');
}

/** UTF-8 needs at most three bytes a code unit. */
function makeRoom(bytes: number): void {
  if (area.length >= bytes) return;
  area = Buffer.allocUnsafe(bytes * 2);
  views.length = 0;
}

/** Views of the area are kept by length: making one costs more than what is hashed through it. */
const views: Buffer[] = [];
const VIEW_MAX = 4_096;

function firstOf(bytes: number): Buffer {
  if (bytes > VIEW_MAX) return area.subarray(0, bytes);
  return (views[bytes] ??= area.subarray(0, bytes));
}

/** Names that every engine keeps whole. */
const STREAM = /^[^\0\ud800-\udfff]+$/u;
const TAG_CHARACTERS = 32;
const TAGS_MAX = 20_000;
const tags = new Map<string, string>();

/** What a leaf says of its stream: enough to check it, nothing that names a client. Undefined where no stream can be called so. */
export function tagIfNamed(stream: string): string | undefined {
  const known = tags.get(stream);
  if (known !== undefined) return known;
  if (!STREAM.test(stream)) return undefined;
  const tag = hash('sha256', `uitkomst/stream/${stream}`, 'hex').slice(0, TAG_CHARACTERS);
  if (tags.size >= TAGS_MAX) tags.clear();
  tags.set(stream, tag);
  return tag;
}

/** The same for a stream that is to be written or read; throws on what can be no name. */
export function streamTag(stream: string): string {
  const tag = tagIfNamed(stream);
  if (tag === undefined) throw new RangeError('A stream has a name, without NUL or half characters');
  return tag;
}
