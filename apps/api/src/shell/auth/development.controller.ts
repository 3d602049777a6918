import { Body, Controller, HttpCode, Inject, NotFoundException, Post, Req } from '@nestjs/common';
import { ROLES } from '@uitkomst/domain';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Services } from '../open-services.js';
import { SERVICES } from '../services.js';
import { ApiExcludeController } from '../http/document/decorators.js';

const AskToken = z.strictObject({
  role: z.enum(ROLES).exclude(['SYSTEM']),
  subject: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,63}$/)
    .optional(),
  organisation: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/)
    .optional(),
  client: z
    .string()
    .regex(/^[a-z2-7]{13}$/)
    .optional(),
});

/** A page of elsewhere must not fetch tokens by naming this machine: only a loopback Host is answered. */
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Whether a request names this machine itself. */
export const onThisMachine = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  LOOPBACK.test(headers.host ?? '');

/** Tokens of any role, for development alone; without the built-in issuer this does not exist. */
@ApiExcludeController()
@Controller('ontwikkeling')
export class DevelopmentController {
  constructor(@Inject(SERVICES) private readonly services: Pick<Services, 'developmentIssuer'>) {}

  @Post('tokens')
  @HttpCode(201)
  async token(
    @Req() request: FastifyRequest,
    @Body({ schema: AskToken }) asked: z.infer<typeof AskToken>,
  ): Promise<{ token: string }> {
    const { developmentIssuer } = this.services;
    if (developmentIssuer === null || !onThisMachine(request)) throw new NotFoundException();
    return { token: await developmentIssuer.tokenFor(asked) };
  }
}
