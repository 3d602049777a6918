import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { HttpException } from '@nestjs/common';
import type { ConnectionError, FastifyInstance, FastifyServerOptions } from 'fastify';
import { invalidField, PROBLEM_JSON, problemOf } from './problem.js';
import { traceIdOf } from '../traces/trace-context.js';
import { HEADERS, marksOf } from './security-headers.js';
import { languageOf } from './wanted/language.js';

const BODY_MAX = 1_048_576;

/** Options Fastify needs at birth: what is refused before any hook runs is a problem too, under the headers of every answer. */
export const adapterOptions = (): FastifyServerOptions => ({
  bodyLimit: BODY_MAX,
  routerOptions: { maxParamLength: 200 },
  forceCloseConnections: 'idle',
  genReqId: ({ headers }) => traceIdOf(headers), // What a problem, the log and the traces call this request.
  return503OnClosing: false, // It would be no problem of ours: see closing.ts.
  schemaController: { compilersFactory: { buildValidator: noSchema, buildSerializer: noSchema } },
  frameworkErrors: (error, request, reply) => {
    const status = error.statusCode ?? 400;
    const refused = status === 400 ? malformedUrl() : new HttpException('', status);
    const problem = problemOf(refused, request.url, languageOf(request.headers));
    reply.raw
      .writeHead(status, { ...HEADERS, ...marksOf(request.headers), 'content-type': PROBLEM_JSON })
      .end(JSON.stringify({ ...problem, traceId: request.id }));
  },
  clientErrorHandler: refuseConnection,
});

/** Bodies and answers are checked by zod: the compilers of Fastify's own schemas need not be read at every start. */
function noSchema(): never {
  throw new Error('A route with a schema of Fastify: describe it with zod instead');
}

const NOT_UTF8 = { nl: 'Geen percent-gecodeerd UTF-8', en: 'Not percent-encoded UTF-8' };
const malformedUrl = (): HttpException =>
  invalidField({ in: 'param', pointer: '', code: 'invalid_url', message: NOT_UTF8 });

/** What the HTTP parser rejects never becomes a request, so the answer is written by hand. */
function refuseConnection(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code] ?? 400;
  const body = JSON.stringify(problemOf(new HttpException('', status), ''));
  const fields = {
    ...HEADERS,
    'content-type': PROBLEM_JSON,
    'content-length': `${Buffer.byteLength(body)}`,
    connection: 'close',
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}

function refuseExpectation({ url = '', headers }: IncomingMessage, answer: ServerResponse): void {
  const body = problemOf(new HttpException('', 417), url, languageOf(headers));
  answer.writeHead(417, { ...HEADERS, 'content-type': PROBLEM_JSON, connection: 'close' }).end(JSON.stringify(body));
}

/** Node itself would answer an Expect that it does not know, with no headers of ours. */
export const refuseExpectations = ({ server }: FastifyInstance): void =>
  void server.on('checkExpectation', refuseExpectation);
