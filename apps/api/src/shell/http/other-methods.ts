import { METHODS } from 'node:http';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { pathIn } from './asked/search-in.js';
import type { Door } from './door.js';
import { PlainProblem } from './problem.js';

const CONFIG: Door = { open: true, anyMedia: true };

/** Call before app.init(), then call the answer after it: known paths get 405 + Allow for every other method. */
export function collectRoutes(fastify: FastifyInstance): () => void {
  const methodsOf = new Map<string, Set<string>>();
  fastify.addHook('onRoute', ({ method, url }: RouteOptions) => {
    if (!url.startsWith('/v1/')) return;
    const methods = methodsOf.get(url) ?? new Set(['OPTIONS']);
    for (const name of [method].flat()) methods.add(name);
    methodsOf.set(url, methods);
  });
  return () => {
    // The loop adds routes, which the hook above adds to what it knows.
    const known = new Map(Array.from(methodsOf, ([url, methods]) => [url, new Set(methods)]));
    for (const [url, methods] of known) refuseOtherMethods(fastify, url, methods);
    refuseUnusualMethods(fastify, known);
  };
}

function refuseOtherMethods(fastify: FastifyInstance, url: string, methods: ReadonlySet<string>): void {
  const allow = allowed(methods);
  const others = fastify.supportedMethods.filter((name) => !methods.has(name));
  fastify.route({
    method: 'OPTIONS',
    url,
    config: CONFIG,
    handler: (_request, reply) => reply.code(204).header('allow', allow).send(),
  });
  if (others.length === 0) return;
  fastify.route({
    method: others,
    url,
    config: CONFIG,
    // Before any body is read: what is wrong with it does not matter here.
    onRequest: async (request, reply) => {
      void reply.header('allow', allow);
      throw impossible(request.method, allow);
    },
    handler: (_request, reply) => reply,
  });
}

/**
 * PROPFIND, MKCOL and whatever else HTTP knows and the framework does not: one route for all paths, which are looked through when
 * somebody asks. A route for each path would cost every start a quarter of a second.
 */
function refuseUnusualMethods(fastify: FastifyInstance, known: ReadonlyMap<string, ReadonlySet<string>>): void {
  const unusual = METHODS.filter((method) => !fastify.supportedMethods.includes(method));
  for (const method of unusual) fastify.addHttpMethod(method);
  fastify.route({
    method: unusual,
    url: '/v1/*',
    config: CONFIG,
    handler: (request, reply) => {
      const path = pathIn(request.url);
      // A path that is there by itself (_zoek) goes before one with a parameter in its place.
      const methods = known.get(path) ?? [...known].find(([url]) => isPath(url, path))?.[1];
      if (methods === undefined) return reply.callNotFound();
      void reply.header('allow', allowed(methods));
      throw impossible(request.method, allowed(methods));
    },
  });
}

const allowed = (methods: ReadonlySet<string>): string => [...methods].toSorted().join(', ');

const impossible = (method: string, allow: string): PlainProblem =>
  new PlainProblem(405, {
    nl: `${method} kan hier niet; wel ${allow}`,
    en: `${method} is not possible here; ${allow} are`,
  });

/** Whether a path is one of a route: as many parts, each the same or in the place of a parameter. */
function isPath(url: string, path: string): boolean {
  const parts = path.split('/');
  const own = url.split('/');
  return own.length === parts.length && own.every((part, at) => part === parts[at] || isFilled(part, parts[at]));
}

const isFilled = (part: string, given = ''): boolean => part.startsWith(':') && given !== '';
