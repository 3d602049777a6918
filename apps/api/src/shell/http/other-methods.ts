import type { FastifyInstance, RouteOptions } from 'fastify';
import type { Door } from './door.js';
import { PlainProblem } from './problem.js';

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
    const known = new Map(methodsOf); // The loop adds routes, which the hook above would add to the map.
    for (const [url, methods] of known) refuseOtherMethods(fastify, url, new Set(methods));
  };
}

function refuseOtherMethods(fastify: FastifyInstance, url: string, methods: Set<string>): void {
  const allow = [...methods].toSorted().join(', ');
  const config: Door = { open: true, anyMedia: true };
  const others = fastify.supportedMethods.filter((name) => !methods.has(name));
  fastify.route({
    method: 'OPTIONS',
    url,
    config,
    handler: (_request, reply) => reply.code(204).header('allow', allow).send(),
  });
  if (others.length === 0) return;
  fastify.route({
    method: others,
    url,
    config,
    // Before any body is read: what is wrong with it does not matter here.
    onRequest: async (request, reply) => {
      void reply.header('allow', allow);
      throw new PlainProblem(405, {
        nl: `${request.method} kan hier niet; wel ${allow}`,
        en: `${request.method} is not possible here; ${allow} are`,
      });
    },
    handler: (_request, reply) => reply,
  });
}
