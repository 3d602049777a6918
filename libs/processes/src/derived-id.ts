import { createHash } from 'node:crypto';

const sha256 = (names: readonly string[]): Buffer => {
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name.length}:${name}`); // Lengths keep names from running into each other.
  return hash.digest();
};

/**
 * The command id of something that follows by itself: a UUIDv8 of what it is about. Asked twice, late or on two machines it is the
 * same command, and a stream takes a command once.
 */
export function derivedId(...names: readonly string[]): string {
  const bytes = sha256(names).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The hash that goes with it: of the same names, so that another command can never pass for it. */
export const derivedHash = (...names: readonly string[]): string => sha256(names).toString('hex');
