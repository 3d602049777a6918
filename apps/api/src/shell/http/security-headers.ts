import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { API_VERSION } from '../version.js';

const API_CSP = "default-src 'none'; frame-ancestors 'none'";
const PAGE_CSP =
  "default-src 'self'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const DOCS_CSP = `${PAGE_CSP}; style-src 'self' 'unsafe-inline'`; // The page of the API writes style attributes.

/** What every answer carries, whoever writes it. */
export const HEADERS: Readonly<Record<string, string>> = {
  'api-version': API_VERSION,
  'cache-control': 'no-store',
  'content-security-policy': API_CSP,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** What names the transaction of a caller goes back to it: its trace (W3C), and what an FSC Inway gives it. */
const MARKS: Readonly<Record<string, RegExp>> = {
  traceparent: /^[\da-f-]{55}$/,
  'fsc-transaction-id': /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
};

/** Nothing but such a name: what else a caller writes there does not come back. */
export const marksOf = (sent: IncomingHttpHeaders): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(MARKS).flatMap(([name, form]) => {
      const mark = sent[name];
      return typeof mark === 'string' && form.test(mark) ? [[name, mark]] : [];
    }),
  );

/** Every answer, also 404 and 500, carries the version and the security headers. */
export function addSecurityHeaders(fastify: FastifyInstance): void {
  const headers = Object.entries(HEADERS);
  fastify.addHook('onSend', async (request, reply, payload) => {
    const page = String(reply.getHeader('content-type')).startsWith('text/html');
    if (page) reply.header('content-security-policy', request.url.startsWith('/docs') ? DOCS_CSP : PAGE_CSP);
    for (const [name, value] of headers) if (!reply.hasHeader(name)) reply.header(name, value);
    reply.headers(marksOf(request.headers));
    return payload;
  });
}
