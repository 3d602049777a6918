import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

/** The ETag of a resource is the number of its own events, never of the client's stream: that would tell that a rival acted. */
export const etagOf = (count: number): string => `"r${count}"`;

/** Reads If-Match: 428 when it is missing, 412 when it is not one ETag of ours: who decides saw one version, not any. */
export const SeenVersion = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) throw new Problem('versie-ontbreekt');
  const count = /^"r(\d{1,9})"$/.exec(header)?.[1];
  if (count === undefined) throw new Problem('versie-verouderd', { detail: ONE_VERSION });
  return Number(count);
});

const ONE_VERSION = {
  nl: 'Noem in If-Match precies één ETag, zoals u die las en zonder W/, bijvoorbeeld "r3".',
  en: 'Name exactly one ETag in If-Match, as you read it and without W/, "r3" for instance.',
};
