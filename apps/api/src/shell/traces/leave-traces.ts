import {
  HttpException,
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@uitkomst/domain';
import type { Asker, Judgement, Look } from '@uitkomst/ledger';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Principal } from '../auth/principal.js';
import { BESIDE_LEDGER, OPERATION } from './operation.js';
import { Problem, statusOf } from '../http/problem.js';
import type { Services } from '../open-services.js';
import { RECORDS } from '../recording/records.js';
import { SERVICES } from '../services.js';
import { POLICY_VERSION } from './policy-version.js';
import { subjectsIn, subjectsOfPath } from './subjects.js';
import { newSpanId } from './trace-context.js';

/** Whoever decides over money or persons leaves a record of each act, allowed or not. */
const DECIDING: ReadonlySet<Role> = new Set(['OFFICER', 'APPROVER2', 'FINANCE', 'CONTRACTS', 'AUDITOR']);

interface Visit {
  readonly request: FastifyRequest;
  readonly principal: Principal;
  readonly operation: string;
  readonly records: boolean;
  readonly besideLedger: boolean;
  readonly traceId: string;
  readonly startedAt: string;
}

/**
 * Every look at a client's data leaves a processing record and every decision on what somebody may do an authorisation record, on
 * disk before the answer goes (interfaces §7). What is recorded in the ledger needs no look beside it: the event names who did it. What
 * is kept in the vault alone has no event, and leaves a record as a look does.
 */
@Injectable()
export class LeaveTraces implements NestInterceptor {
  constructor(
    @Inject(SERVICES) private readonly services: Pick<Services, 'traces' | 'clock'>,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { principal } = request;
    if (principal === undefined) return next.handle();
    const handler = context.getHandler();
    return from(
      this.traced(next, {
        request,
        principal,
        operation: this.reflector.get<string | undefined>(OPERATION, handler) ?? handler.name,
        records: this.reflector.get<boolean | undefined>(RECORDS, handler) === true,
        besideLedger: this.reflector.get<boolean | undefined>(BESIDE_LEDGER, handler) === true,
        traceId: request.id,
        startedAt: this.now(),
      }),
    );
  }

  private async traced(next: CallHandler, visit: Visit): Promise<unknown> {
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      if (visit.records) await this.judged(visit, { allowed: true });
      if (!visit.records || visit.besideLedger) await this.looked(visit, answer, 'Ok');
      return answer;
    } catch (error) {
      await this.failed(visit, error);
      throw error;
    }
  }

  private async looked(visit: Visit, answer: unknown, status: Look['status']): Promise<void> {
    const { principal, operation, traceId, startedAt, request } = visit;
    const subjects = new Set([...subjectsOfPath(request.params), ...subjectsIn(answer)]);
    const { municipality } = principal;
    const span = {
      traceId,
      municipality,
      operation,
      status,
      startedAt,
      endedAt: this.now(),
      asker: askerOf(principal),
    };
    await this.services.traces.keep(
      Array.from(subjects, (personRef) => ({ look: { ...span, spanId: newSpanId(), personRef } })),
    );
  }

  private async judged(visit: Visit, verdict: Pick<Judgement, 'allowed' | 'code'>): Promise<void> {
    const { principal, operation, traceId, request } = visit;
    if (verdict.allowed && !principal.roles.some((role) => DECIDING.has(role))) return;
    const judgement: Judgement = {
      traceId,
      spanId: newSpanId(),
      municipality: principal.municipality,
      operation,
      resource: Object.values((request.params ?? {}) as Readonly<Record<string, string>>).join('/'),
      ...verdict,
      policyVersion: POLICY_VERSION,
      decidedAt: this.now(),
      asker: askerOf(principal),
    };
    await this.services.traces.keep([{ judgement }]);
  }

  /** A refusal is an authorisation record; a fault of ours may have shown something and counts as a look that failed. */
  private async failed(visit: Visit, error: unknown): Promise<void> {
    const status = statusOf(error);
    if (status >= 500) return this.looked(visit, undefined, 'Error');
    const code = codeOf(error);
    if (code !== undefined) await this.judged(visit, { allowed: false, code });
  }

  private now(): string {
    return new Date(this.services.clock.now()).toISOString();
  }
}

/** Undefined where the request was merely wrong: nobody was denied anything. */
function codeOf(error: unknown): string | undefined {
  if (error instanceof Problem && error.told.code !== undefined) return error.told.code;
  const status = statusOf(error);
  if (status === 403) return 'FORBIDDEN';
  return status === 404 && error instanceof HttpException ? 'NOT_FOUND' : undefined;
}

const askerOf = ({ subject, roles, orgId }: Principal): Asker => ({ subject, roles, organisation: orgId });
