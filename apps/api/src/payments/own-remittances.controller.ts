import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ListOwn, OwnRemittancePage } from '@uitkomst/contracts';
import { readOwnRemittances } from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import { pageOf, pagingOf } from '../shell/http/paging.js';
import { Problem } from '../shell/http/problem.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { SERVICES } from '../shell/services.js';

const TAG: Tag = 'betalingen';

/** Eigen betaalspecificaties: in which batches a provider was paid, and how much together. */
@ApiTags(TAG)
@Controller('betaalspecificaties')
export class OwnRemittancesController {
  constructor(@Inject(SERVICES) private readonly services: Pick<Services, 'reads'>) {}

  @Get()
  @Reads({ id: 'listOwnRemittances', summary: 'Eigen betaalspecificaties', answer: OwnRemittancePage })
  async list(
    @SignedIn() { roles, municipality, orgId: providerId }: Principal,
    @Query({ schema: ListOwn }) query: ListOwn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnRemittancePage> {
    if (!roles.includes('PROVIDER')) throw new Problem('geen-toegang');
    const paging = pagingOf(query);
    const { limit, offset } = paging;
    const remittances = await readOwnRemittances(this.services.reads, municipality, providerId);
    const results = remittances.slice(offset, offset + limit);
    return pageOf({ count: remittances.length, results }, paging, { request, reply });
  }
}
