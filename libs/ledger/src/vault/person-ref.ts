import { randomBytes } from 'node:crypto';
import type { PersonRef } from '@uitkomst/domain';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const CHARACTERS = 13;

/** 64 random bits in base32: it says nothing of the person, so that deleting one row of the vault undoes it for good. */
export function newPersonRef(): PersonRef {
  let bits = randomBytes(8).readBigUInt64BE();
  let text = '';
  for (let index = 0; index < CHARACTERS; index += 1) {
    text += BASE32[Number(bits & 31n)] ?? '';
    bits >>= 5n;
  }
  return text;
}
