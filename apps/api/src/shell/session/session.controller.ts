import { Body, Controller, Delete, Get, HttpCode, Inject, NotFoundException, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { onThisMachine } from '../auth/development.controller.js';
import { invalidField, Problem } from '../http/problem.js';
import type { Services } from '../open-services.js';
import { SERVICES } from '../services.js';
import { developmentPeople } from './development-people.js';
import { sessionView, signedOutView, type SignIn } from './session-view.js';
import type { Credential, Session } from './sessions.js';
import { ApiExcludeController } from '../http/document/decorators.js';

const Choose = z.strictObject({ person: z.string().min(1).max(120) });
type View = ReturnType<typeof sessionView>;

const NOBODY = { nl: 'Niemand heet zo', en: 'Nobody of that name' };

/** Who sits at this browser: signing in, staying and signing out. Not part of the API: for our own pages only. */
@ApiExcludeController()
@Controller('sessie')
export class SessionController {
  constructor(
    @Inject(SERVICES)
    private readonly services: Pick<
      Services,
      'sessions' | 'developmentIssuer' | 'issuerSignIn' | 'reads' | 'settings' | 'clock' | 'log'
    >,
  ) {}

  @Get()
  @RouteConfig({ open: true })
  async show(@Req() request: FastifyRequest): Promise<View | ReturnType<typeof signedOutView>> {
    if (request.session !== undefined) return this.view(request);
    const { settings } = this.services;
    if (!this.mayChoose(request)) return signedOutView(this.signIn, settings);
    return signedOutView(this.signIn, settings, await developmentPeople(this.services));
  }

  @Post()
  @HttpCode(201)
  @RouteConfig({ open: true })
  async choose(
    @Req() request: FastifyRequest,
    @Body({ schema: Choose }) { person: key }: z.infer<typeof Choose>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<View> {
    const { developmentIssuer, sessions } = this.services;
    if (developmentIssuer === null || !this.mayChoose(request)) throw new NotFoundException('Niet gevonden');
    const person = (await developmentPeople(this.services)).find((one) => one.key === key);
    if (person === undefined) throw invalidField({ in: 'body', pointer: '/person', code: 'unknown', message: NOBODY });
    const token = await developmentIssuer.tokenFor(person);
    return this.keep(await sessions.begin({ token }, person.label.nl), reply);
  }

  @Post('verlenging')
  @HttpCode(200)
  @RouteConfig({ open: true })
  async extend(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<View> {
    const { session } = request;
    if (session === undefined) throw new Problem('niet-aangemeld');
    return this.keep(await this.services.sessions.extended(session, await this.fresh(session.credential)), reply);
  }

  @Delete()
  @HttpCode(204)
  @RouteConfig({ open: true })
  end(@Res({ passthrough: true }) reply: FastifyReply): void {
    void reply.header('set-cookie', this.services.sessions.noCookie());
  }

  /** An issuer that does not answer ends nothing before its time. */
  private async fresh(credential: Credential): Promise<Credential> {
    try {
      return (await this.services.issuerSignIn?.renewed(credential)) ?? credential;
    } catch (error) {
      this.services.log.warn({ error }, 'a session could not be renewed at the issuer');
      return credential;
    }
  }

  private async keep(session: Session | undefined, reply: FastifyReply): Promise<View> {
    if (session === undefined) throw new Problem('niet-aangemeld');
    void reply.header('set-cookie', await this.services.sessions.cookieFor(session));
    return sessionView(session, this.signIn, this.services);
  }

  /** With the roles that were lent to them, as the door found them. */
  private view({ session, principal }: FastifyRequest): View {
    if (session === undefined) throw new Problem('niet-aangemeld');
    return sessionView({ ...session, principal: principal ?? session.principal }, this.signIn, this.services);
  }

  private mayChoose(request: FastifyRequest): boolean {
    return this.services.developmentIssuer !== null && onThisMachine(request);
  }

  private get signIn(): SignIn {
    if (this.services.developmentIssuer !== null) return 'development';
    return this.services.issuerSignIn === undefined ? 'letter' : 'oidc';
  }
}
