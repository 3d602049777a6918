import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ListObjections, ObjectionPage, type ListedObjection } from '@uitkomst/contracts';
import { personOf } from '@uitkomst/domain';
import { readObjections } from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isStaff, SignedIn, whoseOwn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import { pageOf, pagingOf } from '../shell/http/paging.js';
import type { Tag } from '../shell/http/document/tags.js';
import { lookAt, type LookingServices } from '../shell/http/looking-back.js';
import { SERVICES } from '../shell/services.js';
import { shownObjection } from './shown-objection.js';

const TAG: Tag = 'bezwaar';

/** Alle bezwaren: for staff, the first to be decided first; a provider and a client find their own. */
@ApiTags(TAG)
@Controller('bezwaren')
export class ObjectionListController {
  constructor(@Inject(SERVICES) private readonly services: LookingServices) {}

  @Get()
  @Reads({ id: 'listAllObjections', summary: 'Bezwaren', answer: ObjectionPage })
  async list(
    @SignedIn() principal: Principal,
    @Query({ schema: ListObjections }) query: ListObjections,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ObjectionPage> {
    const { reads, fileOf, dates } = await lookAt(this.services, principal, query);
    const { municipality } = principal;
    const whose = isStaff(principal) ? {} : whoseOwn(principal);
    const paging = pagingOf(query);
    const { limit, offset } = paging;
    const state = query.state === undefined ? {} : { state: query.state };
    const { count, rows } = await readObjections(reads, { municipality, ...whose, ...state, limit, offset });
    const results: ListedObjection[] = [];
    for (const { objectionId, providerId } of rows) {
      const file = await fileOf(municipality, personOf(objectionId));
      const shown = shownObjection(file, principal, objectionId);
      if (shown !== undefined) results.push({ ...shown.body, providerId });
    }
    return { ...pageOf({ count, results }, paging, { request, reply }), ...dates };
  }
}
