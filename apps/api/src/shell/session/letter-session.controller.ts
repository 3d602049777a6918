import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { readLetterCode } from '@uitkomst/ledger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { invalidField, Problem } from '../http/problem.js';
import type { Services } from '../open-services.js';
import { SERVICES } from '../services.js';
import { sessionView } from './session-view.js';
import { ApiExcludeController } from '../http/document/decorators.js';

const CODE_MAX = 80;
const Typed = z.strictObject({ code: z.string().min(1).max(CODE_MAX) });
const ORGANISATION = 'brief';

/** A client signs in with the code of a letter. */
@ApiExcludeController()
@Controller('sessie/briefcode')
export class LetterSessionController {
  constructor(
    @Inject(SERVICES) private readonly services: Pick<Services, 'sessions' | 'vault' | 'clock' | 'settings'>,
  ) {}

  @Post()
  @HttpCode(201)
  @RouteConfig({ open: true })
  async signIn(
    @Body({ schema: Typed }) { code: typed }: z.infer<typeof Typed>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReturnType<typeof sessionView>> {
    const { vault, clock, sessions, settings } = this.services;
    const code = readLetterCode(typed);
    if ('wrongGroups' in code) throw mistyped(code.wrongGroups);
    const whose = vault.letterCodes.whose(code, clock.now());
    if (whose?.municipality !== settings.municipality) throw new Problem('geen-toegang', { detail: WRONG });
    const { municipality, personRef: client } = whose;
    const claims = { sub: `client-${client}`, role: 'CLIENT', org: ORGANISATION, municipality, client };
    const session = await sessions.begin({ claims });
    if (session === undefined) throw new Problem('geen-toegang', { detail: WRONG });
    void reply.header('set-cookie', await sessions.cookieFor(session));
    return sessionView(session, 'letter', { settings, clock });
  }
}

/** Whether there ever was such a code is not told. */
const WRONG = {
  nl: 'Deze code geldt niet (meer). Vraag uw klantmanager om een nieuwe brief.',
  en: 'This code is not valid (any more). Ask your case manager for a new letter.',
};

/** What no letter can say was read or typed wrongly: that costs no try. */
function mistyped(groups: readonly number[]): Problem {
  const wrong = groups.join(', ');
  const message =
    groups.length === 0
      ? { nl: 'Een code heeft vijf groepen van vijf tekens', en: 'A code has five groups of five signs' }
      : { nl: `Groep ${wrong} van de code kan niet kloppen`, en: `Group ${wrong} of the code cannot be right` };
  return invalidField({ in: 'body', pointer: '/code', code: groups.length === 0 ? 'length' : 'mistyped', message });
}
