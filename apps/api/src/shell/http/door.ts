import rateLimit from '@fastify/rate-limit';
import { EvidenceMediaType } from '@uitkomst/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Mandates } from '../auth/mandates.js';
import type { Session, Sessions } from '../session/sessions.js';
import { onlyOurPages } from '../session/our-pages.js';
import type { Tokens } from '../auth/tokens.js';
import type { Principal } from '../auth/principal.js';
import { pathIn } from './asked/search-in.js';
import { addBodyParsers } from './body.js';
import { mediaTypeOf, preferred } from './wanted/media-types.js';
import { PlainProblem, Problem, type Bilingual } from './problem.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who signed in; absent on what is open to all. */
    principal?: Principal;
    /** The session of their browser, where they did not bring a token themselves. */
    session?: Session;
  }
}

/** What a route says of itself: open to all, in which media types it answers, and which it reads. */
export interface Door {
  readonly open?: boolean;
  readonly produces?: readonly string[];
  /** Media types of bodies: JSON unless the route says otherwise. */
  readonly consumes?: readonly string[];
  /** Nothing is read or given here, or the method itself is refused: what a request sends or asks for does not matter. */
  readonly anyMedia?: boolean;
  /** What stands in the query is read elsewhere: a route whose schema does not name it refuses it otherwise. */
  readonly anyQuery?: boolean;
}

export const doorOf = (request: FastifyRequest): Door => request.routeOptions.config as Door;
/** The path of its route, however the request spells it: the router takes `/%73essie` for `/sessie`. */
const pathOf = ({ routeOptions, url }: FastifyRequest): string => routeOptions.url ?? pathIn(url);
const isApi = (request: FastifyRequest): boolean => pathOf(request).startsWith('/v1/') || isSession(request);
const isSession = (request: FastifyRequest): boolean => /^\/sessie([/?]|$)/.test(pathOf(request));

interface Doorkeepers {
  readonly tokens: Tokens;
  readonly mandates: Mandates;
  readonly sessions: Sessions;
}

/** Who is at the door, how often they came, and whether we speak their format: before any body is read. */
export async function addDoor(
  fastify: FastifyInstance,
  { tokens, mandates, sessions }: Doorkeepers,
  requestsPerMinute: number,
): Promise<void> {
  addBodyParsers(fastify, { csv: CSV, xml: XML, documents: EvidenceMediaType.options });
  const signIn = async (request: FastifyRequest): Promise<void> => {
    if (namesTwo(request, 'authorization')) throw new Problem('niet-aangemeld', { detail: TWO_TOKENS });
    const principal = (await tokens.principalOf(request.headers.authorization)) ?? (await bySession(request, sessions));
    if (principal !== undefined) request.principal = await mandates.widen(principal);
  };
  const count = await rateLimiter(fastify, requestsPerMinute);
  fastify.addHook('onRequest', async (request, reply) => {
    if (!isApi(request)) return;
    try {
      await signIn(request);
    } finally {
      await count(request, reply); // Who fails to sign in is counted too: tokens are not for guessing.
    }
  });
  fastify.addHook('onRequest', async (request) => {
    if (!isApi(request) || request.is404) return;
    if (request.principal === undefined && !doorOf(request).open) throw new Problem('niet-aangemeld');
    if (doorOf(request).anyMedia) return;
    if (!reads(request)) throw new PlainProblem(415, notHere(request.headers['content-type']));
    if (isCoded(request)) throw new PlainProblem(415, CODED);
    if (!accepts(request)) throw new PlainProblem(406, notGiven(request.headers.accept));
  });
}

/** Whoever brings no token may have a session; both it and signing in are for our own pages. */
async function bySession(request: FastifyRequest, sessions: Sessions): Promise<Principal | undefined> {
  const session = await sessions.in(request.headers.cookie);
  const isForPages = isSession(request) ? request.method !== 'GET' : session !== undefined; // The issuer sends people back.
  if (isForPages) onlyOurPages(request);
  if (session !== undefined) request.session = session;
  return session?.principal;
}

const JSON_TYPE = 'application/json';
const CSV = 'text/csv';
const XML = 'application/xml';
const READ_SOMEWHERE: ReadonlySet<string> = new Set([JSON_TYPE, CSV, XML, ...EvidenceMediaType.options]);

/** Of two headers of one name Node reads the first and a proxy perhaps the last: neither is believed. */
const namesTwo = ({ raw }: FastifyRequest, header: 'authorization' | 'content-type'): boolean =>
  raw.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === header).length > 1;
const TWO_TOKENS = { nl: 'Stuur één Authorization.', en: 'Send one Authorization.' };

/** A type that no route reads is for the framework to refuse, once there is a body. */
function reads(request: FastifyRequest): boolean {
  const type = mediaTypeOf(request.headers['content-type']);
  const { consumes = [JSON_TYPE] } = doorOf(request);
  return !READ_SOMEWHERE.has(type) || consumes.includes(type);
}

/** Bodies are read as they come, and text as UTF-8: one that says otherwise, or two things, would be read for another. */
function isCoded(request: FastifyRequest): boolean {
  const { 'content-encoding': coding = 'identity', 'content-type': type = '' } = request.headers;
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(type)?.[1] ?? 'utf-8';
  return (
    coding.toLowerCase() !== 'identity' || !/^(utf-8|us-ascii)$/i.test(charset) || namesTwo(request, 'content-type')
  );
}

const CODED = {
  nl: 'Stuur de inhoud als UTF-8, zonder Content-Encoding en met één Content-Type',
  en: 'Send the body as UTF-8, without Content-Encoding and with one Content-Type',
};
const notHere = (type = ''): Bilingual => ({ nl: `${type} wordt hier niet gelezen`, en: `${type} is not read here` });
const notGiven = (accept = ''): Bilingual => ({
  nl: `Accept ${accept} wordt niet geleverd`,
  en: `Accept ${accept} is not available`,
});
const tooMany = (max: number): Bilingual => ({
  nl: `Meer dan ${max} aanvragen per minuut`,
  en: `More than ${max} requests a minute`,
});

/** A person or machine wherever it comes from; before sign-in an address. */
const keyGenerator = ({ principal, ip }: FastifyRequest): string =>
  principal ? `${principal.orgId} ${principal.subject}` : ip;

/** RateLimit fields of draft-ietf-httpapi-ratelimit-headers; per person or machine, per address before sign-in; counts 404s too. */
async function rateLimiter(
  fastify: FastifyInstance,
  max: number,
): Promise<(request: FastifyRequest, reply: FastifyReply) => Promise<void>> {
  await fastify.register(rateLimit, { global: false, max, timeWindow: 60_000, keyGenerator });
  const check = fastify.createRateLimit();
  return async (request, reply) => {
    const limit = await check(request);
    if (limit.isAllowed) return;
    reply.header('ratelimit-policy', `"default";q=${limit.max};w=60`);
    reply.header('ratelimit', `"default";r=${limit.remaining};t=${limit.ttlInSeconds}`);
    if (!limit.isExceeded) return;
    reply.header('retry-after', String(limit.ttlInSeconds));
    throw new PlainProblem(429, tooMany(limit.max));
  };
}

/** JSON unless the route says otherwise. */
const accepts = (request: FastifyRequest): boolean =>
  preferred(request.headers.accept, doorOf(request).produces ?? [JSON_TYPE]) !== undefined;
