import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { canonicalOnce } from '@uitkomst/domain';
import type { Vault } from '@uitkomst/ledger';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../auth/principal.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every request that records. */
    ask?: Ask;
  }
}

/** Who asks for something to be recorded, under which stable ids (rulings §3.1, §3.2). */
export interface Ask {
  readonly principal: Principal;
  /** UUIDv8 of (organisation, Idempotency-Key): the same request is the same command for ever. */
  readonly commandId: string;
  /** Keyed SHA-256 of the command as received. */
  readonly commandHash: string;
}

/** The ask of this request. */
export const Asks = createParamDecorator((_: unknown, context: ExecutionContext): Ask => {
  const { ask } = context.switchToHttp().getRequest<FastifyRequest>();
  if (ask === undefined) throw new Error('A route that records lacks @Records()');
  return ask;
});

const sha256 = (...parts: readonly string[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`); // Lengths keep parts from running into each other.
  return hash.digest();
};

/** A name-based UUID of version 8: the first 122 free bits of the SHA-256. */
export function commandIdOf(...names: readonly string[]): string {
  const bytes = sha256(...names).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** What makes two received commands the same: who sends what where. Only the vault can make it, since a body may hold a BSN. */
export const receivedHashOf = (vault: Pick<Vault, 'hashOf'>, ...parts: readonly unknown[]): string =>
  vault.hashOf(...parts.map(canonicalOnce));

/** What makes two commands the same that follow from one received. */
export const commandHashOf = (...parts: readonly unknown[]): string =>
  sha256(...parts.map(canonicalOnce)).toString('hex');

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const SUFFIX = 16;

/** The server names what a command makes; from the command's own id, so that a retry names the same. */
export function nameFrom(commandId: string, purpose: string): string {
  const bytes = sha256(commandId, purpose);
  return Array.from(bytes.subarray(0, SUFFIX), (byte) => BASE32.charAt(byte % BASE32.length)).join('');
}
