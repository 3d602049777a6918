import { existsSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pathIn } from '../http/asked/search-in.js';

const FIRST_PAGE = '/index.html';
/** Named after their content, so what has this name never changes. */
const NAMED_BY_CONTENT = '/assets/';
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';
/** What is served by others: an unknown path there is a problem and not a page. */
const OF_OTHERS = /^\/(v1|docs|health|sessie|ontwikkeling)([/?]|$)/;
/** As the build packs files beside themselves, the smallest first. */
const PACKED = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * The screens, where they were built: every path that nobody else serves is theirs, and which screen it is the page itself finds out
 * (browser history). A file that is not there is 404.
 */
export function serveWebPages(fastify: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, FIRST_PAGE))) return;
  const root = resolve(folder);
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.is404 || !isForPages(request)) return undefined;
    const file = fileOf(request.url, root);
    return file === undefined ? undefined : give(file, { root, request, reply });
  });
}

const isForPages = ({ method, url }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && !OF_OTHERS.test(pathIn(url));

/** A name with an extension is a file, which is there or is not; any other path is a screen, also with a claim number in it. */
function fileOf(url: string, root: string): string | undefined {
  const path = decodeURIComponent(pathIn(url));
  if (!/\.[^/.]{1,5}$/.test(path)) return FIRST_PAGE;
  return isThere(path, root) ? path : undefined;
}

function isThere(path: string, root: string): boolean {
  const file = resolve(root, `.${path}`);
  return file.startsWith(root + sep) && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

interface Giving {
  readonly root: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The file, packed where the browser takes it so; nothing of it where the browser has it already. */
async function give(file: string, { root, request, reply }: Giving): Promise<FastifyReply> {
  const { default: send } = await import('@fastify/send'); // Read when somebody first asks for a page: no start waits for it.
  const [encoding, suffix = ''] = packingFor(request, file, root) ?? [];
  const { statusCode, headers, stream } = await send(request.raw, encodeURI(file + suffix), {
    root,
    cacheControl: false,
    contentType: false,
    acceptRanges: false,
  });
  void reply.code(statusCode).headers(headers);
  void reply.header('cache-control', file.startsWith(NAMED_BY_CONTENT) ? FOR_EVER : ASK_AGAIN);
  void reply.type(typeOf(send.mime.getType(file))).header('vary', 'accept-encoding');
  if (encoding !== undefined) void reply.header('content-encoding', encoding);
  return reply.send(stream);
}

const typeOf = (type: string | null): string =>
  type?.startsWith('text/') === true ? `${type}; charset=utf-8` : (type ?? 'application/octet-stream');

function packingFor({ headers }: FastifyRequest, file: string, root: string): (typeof PACKED)[number] | undefined {
  const taken = new Set((headers['accept-encoding'] ?? '').split(/[,;\s]+/));
  return PACKED.find(([encoding, suffix]) => taken.has(encoding) && isThere(file + suffix, root));
}
