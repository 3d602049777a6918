import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { LedgerUnavailable } from '@uitkomst/ledger';
import { fastify, type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { Problem } from './problem.js';
import { ProblemFilter } from './problem-filter.js';

/** A server on which everything goes wrong in one way, and what it logs of that. */
function failingWith(failure: Error): { readonly server: FastifyInstance; readonly levels: () => readonly string[] } {
  const lines: string[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => lines.push(line) });
  const filter = new ProblemFilter({ log });
  const server = fastify();
  server.setErrorHandler((thrown, request, reply) => filter.catch(thrown, new ExecutionContextHost([request, reply])));
  server.get('/', () => Promise.reject(failure));
  const levels = () => lines.map((line) => pino.levels.labels[(JSON.parse(line) as { level: number }).level] ?? '');
  return { server, levels };
}

test.each([
  ['a past state that is being made is part of the work', new Problem('stand-wordt-gemaakt'), 503, ['info']],
  ['a limit that was reached is worth knowing', new Problem('tijdelijk-niet-beschikbaar'), 503, ['warn']],
  ['an outage is an error', new LedgerUnavailable('gone'), 503, ['error', 'error']],
  ['a fault of the program is an error', new Error('a bug'), 500, ['error']],
  ['what the caller did wrong is told to the caller alone', new Problem('ongeldige-invoer'), 400, []],
])('%s', async (_, thrown, status, logged) => {
  const { server, levels } = failingWith(thrown);
  const answer = await server.inject('/');
  expect([answer.statusCode, levels()]).toEqual([status, logged]);
});
