import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ListRefusals, RefusalPage } from '@uitkomst/contracts';
import { REFUSALS, type Condition, type ListedRefusal } from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { onlyAuditor, SignedIn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import { pageOf, pagingOf } from '../shell/http/paging.js';
import type { Tag } from '../shell/http/document/tags.js';
import { lookAt, type LookingServices } from '../shell/http/looking-back.js';
import { SERVICES } from '../shell/services.js';

const TAG: Tag = 'verantwoording';

/** Weigeringen: who tried to approve, pay, reclaim or decide what they may not, for the auditor. */
@ApiTags(TAG)
@Controller('weigeringen')
export class RefusalsController {
  constructor(@Inject(SERVICES) private readonly services: LookingServices) {}

  @Get()
  @Reads({ id: 'listRefusals', summary: 'Geweigerde handelingen', answer: RefusalPage })
  async list(
    @SignedIn() principal: Principal,
    @Query({ schema: ListRefusals }) query: ListRefusals,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RefusalPage> {
    onlyAuditor(principal);
    const { reads, dates } = await lookAt(this.services, principal, query);
    const paging = pagingOf(query);
    const where = conditions(principal, query);
    const { limit, offset } = paging;
    const latestFirst = [{ column: 'recordedAt', descending: true } as const];
    const rows = await reads.select(REFUSALS, { where, orderBy: latestFirst, limit, offset });
    const results = rows.map(({ municipality: _municipality, claimId = null, ...row }) =>
      Object.assign(row, { claimId }),
    );
    const count = await reads.count(REFUSALS, where);
    return { ...pageOf({ count, results }, paging, { request, reply }), ...dates };
  }
}

const conditions = (
  { municipality }: Principal,
  { subject, code }: ListRefusals,
): readonly Condition<ListedRefusal>[] => [
  { column: 'municipality', is: '=', value: municipality },
  ...(subject === undefined ? [] : [{ column: 'subject', is: '=', value: subject } as const]),
  ...(code === undefined ? [] : [{ column: 'code', is: '=', value: code } as const]),
];
