import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { AuthorisationPage, ListAuthorisations, ListTraces, ProcessingPage } from '@uitkomst/contracts';
import { addDays, dayOf, startOf } from '@uitkomst/domain';
import type { TracesAsked } from '@uitkomst/ledger';
import { authorisationRecord, processingRecord } from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { onlyAuditor, SignedIn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import { pageOf, stretchOf } from '../shell/http/paging.js';
import { Problem } from '../shell/http/problem.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { SERVICES } from '../shell/services.js';

const TAG: Tag = 'verantwoording';

/** Verwerkingen en autorisatiebesluiten: who saw whose data, and who was allowed what. */
@ApiTags(TAG)
@Controller()
export class TracesController {
  constructor(@Inject(SERVICES) private readonly services: Pick<Services, 'traces'>) {}

  @Get('verwerkingen')
  @Reads({
    id: 'listProcessing',
    summary: 'Wie gegevens van cliënten inzag',
    description: 'Voor auditors; een cliënt ziet wie het eigen dossier inzag.',
    answer: ProcessingPage,
  })
  processing(
    @SignedIn() principal: Principal,
    @Query({ schema: ListTraces }) query: ListTraces,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): z.infer<typeof ProcessingPage> {
    const { traces } = this.services;
    const asked = { ...askedOf(principal, query), ...personAsked(principal, query) };
    const count = traces.countLooks(asked);
    const { paging, goOn } = stretchOf(query, count);
    const results = traces.looks({ ...asked, ...paging }).map(processingRecord);
    return pageOf({ count, results }, paging, { request, reply, goOn });
  }

  @Get('autorisatiebesluiten')
  @Reads({ id: 'listAuthorisations', summary: 'Wie wat mocht of niet mocht', answer: AuthorisationPage })
  authorisations(
    @SignedIn() principal: Principal,
    @Query({ schema: ListAuthorisations }) query: ListAuthorisations,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): z.infer<typeof AuthorisationPage> {
    onlyAuditor(principal);
    const { traces } = this.services;
    const asked = askedOf(principal, query);
    const count = traces.countJudgements(asked);
    const { paging, goOn } = stretchOf(query, count);
    const results = traces.judgements({ ...asked, ...paging }).map(authorisationRecord);
    return pageOf({ count, results }, paging, { request, reply, goOn });
  }
}

function askedOf({ municipality }: Principal, query: ListAuthorisations): TracesAsked {
  return {
    municipality,
    ...(query.from && { fromAt: startOf(dayOf(query.from)) }),
    ...(query.until && { untilAt: startOf(addDays(dayOf(query.until), 1)) }),
  };
}

/** A client asks about itself, whatever it names; everybody else must be an auditor. */
function personAsked(principal: Principal, { dossierRef }: ListTraces): { readonly personRef?: string } {
  if (principal.roles.includes('AUDITOR')) return dossierRef === undefined ? {} : { personRef: dossierRef };
  const own = principal.personRef;
  if (own === undefined || (dossierRef !== undefined && dossierRef !== own)) throw new Problem('geen-toegang');
  return { personRef: own };
}
