import { hash } from 'node:crypto';

/** Lengths keep names from running into each other. */
const sha256 = (names: readonly string[]): string =>
  hash('sha256', names.map((name) => `${name.length}:${name}`).join(''), 'hex');

/**
 * The command id of something that follows by itself: a UUIDv8 of what it is about. Asked twice, late or on two machines it is the
 * same command, and a stream takes a command once.
 */
export function derivedId(...names: readonly string[]): string {
  const hex = sha256(names);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}

/** The hash that goes with it: of the same names, so that another command can never pass for it. */
export const derivedHash = (...names: readonly string[]): string => sha256(names);

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const NAME_LENGTH = 16;

/** The server names what a command makes; from the command's own id, so that a retry names the same. */
export function nameFrom(commandId: string, purpose: string): string {
  const bytes = Buffer.from(derivedHash(commandId, purpose), 'hex');
  return Array.from(bytes.subarray(0, NAME_LENGTH), (byte) => BASE32.charAt(byte % BASE32.length)).join('');
}
