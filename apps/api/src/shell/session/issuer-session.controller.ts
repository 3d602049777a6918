import { Controller, Get, Inject, NotFoundException, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { searchIn } from '../http/asked/search-in.js';
import { Problem } from '../http/problem.js';
import type { Services } from '../open-services.js';
import { SERVICES } from '../services.js';
import { cookieNamed, setCookie } from './cookies.js';
import type { Session } from './sessions.js';
import { Pending } from './sign-in-at-issuer.js';
import { ApiExcludeController } from '../http/document/decorators.js';

const PENDING = 'uitkomst-aanmelden';
const PENDING_PATH = '/sessie';
const PENDING_MS = 10 * 60_000;
const ON_ERROR = '/aanmelden?mislukt=';
/** A place in our own pages: never another host, whatever a browser makes of slashes. */
const OUR_PLACE = /^\/(?![/\\])[^\s\\]{0,500}$/;
const Back = z.strictObject({ terug: z.string().regex(OUR_PLACE).default('/') });

/** Signing in at the issuer of the organisation, there and back. */
@ApiExcludeController()
@Controller('sessie')
export class IssuerSessionController {
  constructor(@Inject(SERVICES) private readonly services: Pick<Services, 'sessions' | 'issuerSignIn' | 'log'>) {}

  @Get('aanmelden')
  @RouteConfig({ open: true, produces: ['text/html', 'application/json'] })
  async leave(@Query({ schema: Back }) { terug }: z.infer<typeof Back>, @Res() reply: FastifyReply): Promise<void> {
    const { issuerSignIn } = this.services;
    if (issuerSignIn === undefined) throw new NotFoundException('Niet gevonden');
    try {
      const { url, pending } = await issuerSignIn.start(terug);
      const { sessions } = this.services;
      const sealed = await sessions.sealed({ ...pending }, sessions.now() + PENDING_MS);
      await reply.header('set-cookie', this.pendingCookie(sealed, PENDING_MS / 1000)).redirect(url, 302);
    } catch (error) {
      this.services.log.error({ error }, 'the issuer cannot be reached');
      throw new Problem('tijdelijk-niet-beschikbaar', { headers: { 'Retry-After': '30' } });
    }
  }

  @Get('terug')
  @RouteConfig({ open: true, anyQuery: true, produces: ['text/html', 'application/json'] })
  async comeBack(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const forgotten = this.pendingCookie('', 0);
    const done = await this.signedIn(request);
    if ('failed' in done) {
      await reply.header('set-cookie', forgotten).redirect(`${ON_ERROR}${done.failed}`, 302);
      return;
    }
    const session = await this.services.sessions.cookieFor(done.session);
    await reply.header('set-cookie', [forgotten, session]).redirect(done.back, 302);
  }

  private async signedIn(
    request: FastifyRequest,
  ): Promise<{ readonly session: Session; readonly back: string } | { readonly failed: string }> {
    const { sessions, issuerSignIn, log } = this.services;
    if (issuerSignIn === undefined) throw new NotFoundException('Niet gevonden');
    const kept = cookieNamed(PENDING, request.headers.cookie);
    const opened = kept === undefined ? undefined : await sessions.unsealed(kept, Pending);
    if (opened === undefined) return { failed: 'verlopen' };
    try {
      const { credential, name, acr } = await issuerSignIn.finish(searchIn(request.url).toString(), opened.content);
      const session = await sessions.begin(credential, name);
      if (session === undefined) return { failed: 'onbekend' };
      if (!issuerSignIn.isSureOf(session.principal, acr)) return { failed: 'tweede-factor' };
      return { session, back: opened.content.back };
    } catch (error) {
      log.warn({ error }, 'signing in at the issuer failed');
      return { failed: 'geweigerd' };
    }
  }

  private pendingCookie(value: string, seconds: number): string {
    const { secure } = this.services.sessions;
    return setCookie(PENDING, value, { secure, sameSite: 'Lax', path: PENDING_PATH, seconds });
  }
}
