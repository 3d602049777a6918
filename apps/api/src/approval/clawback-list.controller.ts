import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ClawbackPage, ListClawbacks, type ListedClawback } from '@uitkomst/contracts';
import { personOf } from '@uitkomst/domain';
import { readClawbacks } from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isStaff, mayReadMoney, SignedIn, whoseOwn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import { pageOf, pagingOf } from '../shell/http/paging.js';
import type { Tag } from '../shell/http/document/tags.js';
import { lookAt, type LookingServices } from '../shell/http/looking-back.js';
import { SERVICES } from '../shell/services.js';
import { shownClawback } from './shown-clawback.js';

const TAG: Tag = 'terugvordering';

/** Alle terugvorderingen: for who decides and settles them; a provider finds its own, once a letter told of them. */
@ApiTags(TAG)
@Controller('terugvorderingen')
export class ClawbackListController {
  constructor(@Inject(SERVICES) private readonly services: LookingServices) {}

  @Get()
  @Reads({ id: 'listAllClawbacks', summary: 'Terugvorderingen', answer: ClawbackPage })
  async list(
    @SignedIn() principal: Principal,
    @Query({ schema: ListClawbacks }) query: ListClawbacks,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClawbackPage> {
    const { reads, fileOf, dates } = await lookAt(this.services, principal, query);
    const { municipality } = principal;
    const whose = isStaff(principal) || mayReadMoney(principal) ? {} : whoseOwn(principal);
    const paging = pagingOf(query);
    const { limit, offset } = paging;
    const { state, providerId: claimedBy } = query;
    const asked = { ...(state !== undefined && { state }), ...(claimedBy !== undefined && { claimedBy }) };
    const { count, rows } = await readClawbacks(reads, { municipality, ...whose, ...asked, limit, offset });
    const results: ListedClawback[] = [];
    for (const { clawbackId, providerId } of rows) {
      const file = await fileOf(municipality, personOf(clawbackId));
      const shown = shownClawback(file, principal, clawbackId);
      if (shown !== undefined) results.push({ ...shown.body, providerId });
    }
    return { ...pageOf({ count, results }, paging, { request, reply }), ...dates };
  }
}
