import { existsSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const FIRST_PAGE = 'index.html';
/** Named after their content, so what has this name never changes. */
const NAMED_BY_CONTENT = '/assets/';
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';
/** What is served by others: an unknown path there is a problem and not a page. */
const OF_OTHERS = /^\/(v1|docs|health|sessie|ontwikkeling)([/?]|$)/;

/**
 * The screens, where they were built: every path that nobody else serves is theirs, and which screen it is the page itself finds out
 * (browser history). A file that is not there is 404.
 */
export async function serveWebPages(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, FIRST_PAGE))) return;
  await fastify.register(fastifyStatic, {
    root: resolve(folder),
    serve: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', path.includes(NAMED_BY_CONTENT) ? FOR_EVER : ASK_AGAIN);
    },
  });
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.is404 || !isForPages(request)) return undefined;
    const file = fileOf(request.url, folder);
    return file === undefined ? undefined : reply.sendFile(file);
  });
}

const isForPages = ({ method, url }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && !OF_OTHERS.test(url);

/** A name with an extension is a file, which is there or is not; any other path is a screen, also with a claim number in it. */
function fileOf(url: string, folder: string): string | undefined {
  const path = decodeURIComponent(url.split('?')[0] ?? '');
  if (!/\.[^/.]{1,5}$/.test(path)) return FIRST_PAGE;
  const file = resolve(folder, `.${path}`);
  const isThere =
    file.startsWith(resolve(folder) + sep) && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  return isThere ? path : undefined;
}
