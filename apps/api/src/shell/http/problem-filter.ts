import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { RuleSetUnknown } from '@uitkomst/domain';
import { ClockRefused, LedgerUnavailable, TracesUnavailable } from '@uitkomst/ledger';
import { ReadsUnavailable } from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IssuerUnavailable } from '../auth/issuer-keys.js';
import type { Services } from '../open-services.js';
import { SERVICES } from '../services.js';
import { languageOf } from './wanted/language.js';
import { Problem, PROBLEM_JSON, problemOf } from './problem.js';

const RETRY_SECONDS = '2';
/** What passes without anybody asking otherwise; a node too old for the rules is one of them, until it is replaced. */
const OUTAGES = [
  RuleSetUnknown,
  LedgerUnavailable,
  ClockRefused,
  ReadsUnavailable,
  TracesUnavailable,
  IssuerUnavailable,
];

/** Turns every error into an RFC 9457 answer. A fault of the server is logged in full and told to nobody. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(SERVICES) private readonly services: Pick<Services, 'log'>) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = this.nameOutage(thrown);
    const problem = { ...problemOf(error, request.url, languageOf(request.headers)), traceId: request.id };
    if (problem.status >= 500) this.tell(thrown, request.id);
    if (error instanceof Problem)
      for (const [name, value] of Object.entries(error.told.headers ?? {})) void reply.header(name, value);
    if (problem.status === 401) void reply.header('WWW-Authenticate', 'Bearer');
    void reply.code(problem.status).header('Content-Type', PROBLEM_JSON).send(problem);
  }

  /** What was foreseen is no fault: a past state that is being made is part of the work, a limit that was reached is worth knowing. */
  private tell(error: unknown, traceId: string): void {
    const { log } = this.services;
    if (!(error instanceof Problem)) log.error({ traceId, error }, 'request failed');
    else if (error.slug === 'stand-wordt-gemaakt') log.info({ traceId, problem: error.slug }, 'not made yet');
    else log.warn({ traceId, problem: error.slug, reason: error.message }, 'request put off');
  }

  /** The outcome of an unreachable ledger is to be asked again with the same key (rulings §3.7). */
  private nameOutage(error: unknown): unknown {
    if (!OUTAGES.some((outage) => error instanceof outage)) return error;
    this.services.log.error({ error }, 'what a request needs gives no answer');
    return new Problem('tijdelijk-niet-beschikbaar', {
      detail: {
        nl: 'Niets is bevestigd. Vraag het opnieuw met dezelfde Idempotency-Key.',
        en: 'Nothing was acknowledged. Ask again with the same Idempotency-Key.',
      },
      headers: { 'Retry-After': RETRY_SECONDS },
    });
  }
}
