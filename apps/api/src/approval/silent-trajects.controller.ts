import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { SilentQuery, SilentTrajectPage } from '@uitkomst/contracts';
import { dayOf } from '@uitkomst/domain';
import { SILENCE_DAYS, silentTrajects } from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { onlyStaff, SignedIn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import { pageOf, pagingOf } from '../shell/http/paging.js';
import type { Tag } from '../shell/http/document/tags.js';
import { lookAt, type LookingServices } from '../shell/http/looking-back.js';
import { SERVICES } from '../shell/services.js';

const TAG: Tag = 'fiattering';

/** Stille trajecten: running, and nobody recorded anything of them for weeks. */
@ApiTags(TAG)
@Controller('werkvoorraad/stille-trajecten')
export class SilentTrajectsController {
  constructor(@Inject(SERVICES) private readonly services: LookingServices) {}

  @Get()
  @Reads({ id: 'listSilentTrajects', summary: 'Lopende trajecten zonder bericht', answer: SilentTrajectPage })
  async list(
    @SignedIn() principal: Principal,
    @Query({ schema: SilentQuery }) query: SilentQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SilentTrajectPage> {
    onlyStaff(principal);
    const { reads, today, dates } = await lookAt(this.services, principal, query);
    const { municipality } = principal;
    const { days = SILENCE_DAYS, providerId } = query;
    const paging = pagingOf(query);
    const { limit, offset } = paging;
    const asked = { municipality, days, today, limit, offset, ...(providerId !== undefined && { providerId }) };
    const { count, trajects } = await silentTrajects(reads, asked);
    const results = trajects.map(({ municipality: _municipality, personRef: dossierRef, ...traject }) =>
      Object.assign(traject, { dossierRef, silentDays: today - dayOf(traject.lastHeardOn) }),
    );
    return { ...pageOf({ count, results }, paging, { request, reply }), ...dates };
  }
}
