import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { canonicalOnce } from '@uitkomst/domain';
import type { Vault } from '@uitkomst/ledger';
import { derivedHash, derivedId } from '@uitkomst/processes';
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

export { nameFrom } from '@uitkomst/processes';

/** The id of a command out of what it is asked under: asked again, it is the same command. */
export const commandIdOf = derivedId;

/** What makes two received commands the same: who sends what where. Only the vault can make it, since a body may hold a BSN. */
export const receivedHashOf = (vault: Pick<Vault, 'hashOf'>, ...parts: readonly unknown[]): string =>
  vault.hashOf(...parts.map(canonicalOnce));

/** What makes two commands the same that follow from one received. */
export const commandHashOf = (...parts: readonly unknown[]): string => derivedHash(...parts.map(canonicalOnce));
