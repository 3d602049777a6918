import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What the pages send along; no form and no link of another site can. */
const PAGE_HEADER = 'x-uitkomst';
const PAGE = 'pagina';

/**
 * A browser sends a cookie along whoever made it ask, so a request that rests on one must come from our own pages. Reading too: it
 * leaves a record in somebody's name. Older browsers do not say where a request comes from; then writing needs a header of ours.
 */
export function onlyOurPages({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): void {
  const reads = READING.has(method);
  const site = headers['sec-fetch-site'];
  const ours =
    site === undefined ? reads || headers[PAGE_HEADER] === PAGE : site === 'same-origin' || (reads && site === 'none'); // Typed in the address bar, or a bookmark.
  if (!ours) throw new Problem('geen-toegang', { detail: FOREIGN });
}

const FOREIGN = {
  nl: 'Deze aanvraag komt niet van de pagina’s van Uitkomst.',
  en: 'This request does not come from the pages of Uitkomst.',
};
