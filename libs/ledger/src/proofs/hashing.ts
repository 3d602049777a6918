import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

// Pure JavaScript, so that a browser checks proofs with the very same code.
export { bytesToHex, concatBytes, hexToBytes, utf8ToBytes };

/** Bytes of a SHA-256. */
export const HASH_BYTES = 32;

/** SHA-256(0x00 ‖ leaf): the leaf hash of RFC 9162. */
export const leafHashOf = (leaf: Uint8Array): Uint8Array => sha256(concatBytes(Uint8Array.of(0), leaf));

/** SHA-256(0x01 ‖ left ‖ right): the hash of an inner node of RFC 9162. */
export const nodeHashOf = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(concatBytes(Uint8Array.of(1), left, right));

/** The root of a tree without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array());

export const sha256Of = (text: Uint8Array): Uint8Array => sha256(text);

export const sameBytes = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && left.every((byte, index) => byte === right[index]);

/** Base64 with padding (RFC 4648), as notes have it. */
export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Undefined where the text is not the one base64 text of some bytes. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!BASE64.test(text)) return undefined;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : undefined;
}
