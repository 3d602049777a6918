import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { holds, type Answer } from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Services } from '../open-services.js';
import type { Principal } from '../auth/principal.js';
import { SERVICES } from '../services.js';
import { invalidField, Problem, type Bilingual, type BilingualFault } from '../http/problem.js';
import { promised } from '../proofs/promise.js';
import { commandIdOf, receivedHashOf, type Ask } from './ask.js';
import { RECORDS } from './records.js';

const KEEP_MS = 7 * 24 * 60 * 60 * 1000;
const KEPT_HEADERS = ['location', 'etag'];
const JSON_TYPE = 'application/json; charset=utf-8';

/** One request, one effect, one answer: in parallel, again, and after a restart (interfaces §1.4, rulings §3.2). */
@Injectable()
export class RecordOnce implements NestInterceptor {
  private readonly running = new Map<string, Promise<unknown>>();

  constructor(
    @Inject(SERVICES)
    private readonly services: Pick<Services, 'keys' | 'clock' | 'vault' | 'sealKeys' | 'ledger' | 'seen'>,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!this.reflector.get<boolean | undefined>(RECORDS, context.getHandler())) return next.handle();
    const http = context.switchToHttp();
    return from(this.once(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), next));
  }

  private async once(request: FastifyRequest, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const key = keyOf(request);
    const ask = askOf(request, key, this.services.vault);
    if (ask === undefined) return lastValueFrom(next.handle()); // No canonical form: the schema says what is wrong.
    request.ask = ask;
    const named = { organisation: ask.principal.orgId, key };
    for (;;) {
      const begun = await this.services.keys.begin({
        ...named,
        fingerprint: ask.commandHash,
        nowMs: this.services.clock.now(),
        keepMs: KEEP_MS,
      });
      if (begun.state === 'OTHER_BODY') throw new Problem('sleutel-hergebruikt');
      if (begun.state === 'DONE' && !(await this.stillSo(begun.answer))) {
        await this.services.keys.forget(named);
        continue;
      }
      if (begun.state === 'DONE') {
        onlyInTheSameRoles(begun.answer, ask.principal);
        return give(begun.answer, reply);
      }
      if (begun.state === 'NEW') return this.run(named, next, reply);
      const twin = this.running.get(ask.commandId);
      if (twin === undefined) throw inUse(begun.restMs);
      await twin.catch(() => undefined); // Its failure is told to who asked it; this one asks anew.
    }
  }

  /** What was answered of a ledger before a backup was put back is not told again: the command is looked up in this one, or runs. */
  private async stillSo({ restsOn }: Answer): Promise<boolean> {
    return restsOn !== undefined && holds(this.services.ledger, restsOn);
  }

  private async run(
    named: { readonly organisation: string; readonly key: string },
    next: CallHandler,
    reply: FastifyReply,
  ): Promise<unknown> {
    const { ask } = reply.request;
    const work = this.answer(named, next, reply);
    if (ask) this.running.set(ask.commandId, work);
    try {
      return give(await work, reply);
    } finally {
      if (ask) this.running.delete(ask.commandId);
    }
  }

  private async answer(
    named: { readonly organisation: string; readonly key: string },
    next: CallHandler,
    reply: FastifyReply,
  ): Promise<Answer> {
    try {
      const body = JSON.stringify(await promised(await lastValueFrom(next.handle()), this.services.sealKeys));
      const headers = KEPT_HEADERS.flatMap((name): [string, string][] =>
        reply.hasHeader(name) ? [[name, String(reply.getHeader(name))]] : [],
      );
      const roles = reply.request.principal?.roles ?? [];
      const restsOn = this.services.seen.place();
      const kept = { status: reply.statusCode, roles, headers: Object.fromEntries(headers), body };
      const answer = { ...kept, ...(restsOn && { restsOn }) };
      await this.services.keys.finish(named, answer);
      return answer;
    } catch (error) {
      await this.services.keys.abandon(named);
      throw error;
    }
  }
}

/** Whoever lost a role does not read what it was told: the role is asked before what was heard before (life-cycle §1). */
function onlyInTheSameRoles({ roles = [] }: Answer, principal: Principal): void {
  const held: readonly string[] = principal.roles;
  if (!roles.every((role) => held.includes(role))) throw new Problem('rol-mag-niet', { code: 'ROLE_MAY_NOT_RECORD' });
}

function give({ status, headers = {}, body = '' }: Answer, reply: FastifyReply): string {
  void reply.code(status).headers(headers).type(JSON_TYPE);
  return body;
}

/** Held by another process, or by one that died: when to ask again at the latest. */
function inUse(restMs = 0): Problem {
  const seconds = Math.max(1, Math.ceil(restMs / 1000));
  return new Problem('sleutel-in-gebruik', { headers: { 'Retry-After': String(seconds) } });
}

function keyOf({ headers }: FastifyRequest): string {
  const key = headers['idempotency-key'];
  if (key === undefined || key === '')
    throw invalidField(wrongKey('missing', { nl: 'Is nodig', en: 'Is needed' }), 'sleutel-ontbreekt');
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw invalidField(
    wrongKey('invalid', { nl: 'Ten hoogste 255 zichtbare tekens', en: 'At most 255 visible characters' }),
  );
}

const wrongKey = (code: string, message: Bilingual): BilingualFault => ({
  in: 'header',
  pointer: '/idempotency-key',
  code,
  message,
});

/** Undefined where the body has no canonical form (too deep, 1e999): nothing of that kind passes a schema. */
function askOf(request: FastifyRequest, key: string, vault: Services['vault']): Ask | undefined {
  const { principal, method, url, body } = request;
  if (principal === undefined) throw new Problem('niet-aangemeld');
  try {
    const commandHash = receivedHashOf(vault, principal.subject, method, url, body ?? null);
    return { principal, commandId: commandIdOf(principal.municipality, principal.orgId, key), commandHash };
  } catch {
    return undefined;
  }
}
