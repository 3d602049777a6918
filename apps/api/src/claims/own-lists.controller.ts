import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ListOwn, OwnLetterPage, OwnTrajectPage } from '@uitkomst/contracts';
import { readOwnLetters, readOwnTrajects } from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import { pageOf, pagingOf } from '../shell/http/paging.js';
import { Problem } from '../shell/http/problem.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { SERVICES } from '../shell/services.js';
import { clientLetters } from './client-letters.js';

const TAG: Tag = 'claims';

/** Eigen trajecten en brieven: lists over all that is a reader's own, and of nothing else. */
@ApiTags(TAG)
@Controller()
export class OwnListsController {
  constructor(@Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'reads'>) {}

  @Get('trajecten')
  @Reads({ id: 'listOwnTrajects', summary: 'Eigen trajecten van een aanbieder', answer: OwnTrajectPage })
  async trajects(
    @SignedIn() principal: Principal,
    @Query({ schema: ListOwn }) query: ListOwn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnTrajectPage> {
    const paging = pagingOf(query);
    const { count, rows } = await readOwnTrajects(this.services.reads, { ...providerOf(principal), ...paging });
    const results = rows.map((traject) => ({
      dossierRef: traject.personRef,
      trajectId: traject.trajectId,
      contractId: traject.contractId,
      product: traject.product ?? null,
      intakeOn: traject.intakeOn,
      startedOn: traject.startedOn,
      endedOn: traject.endedOn ?? null,
      jobs: traject.jobs.map((job) => ({ ...job })),
      claims: traject.claims,
    }));
    return pageOf({ count, results }, paging, { request, reply });
  }

  @Get('bekendmakingen')
  @Reads({
    id: 'listOwnLetters',
    summary: 'Brieven aan een aanbieder of over een cliënt',
    description: 'Een aanbieder leest de brieven over de eigen declaraties, een cliënt die over het eigen dossier.',
    answer: OwnLetterPage,
  })
  async letters(
    @SignedIn() principal: Principal,
    @Query({ schema: ListOwn }) query: ListOwn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnLetterPage> {
    const paging = pagingOf(query);
    const { municipality, personRef } = principal;
    if (personRef !== undefined) {
      const { state } = await this.services.clientFiles.read(municipality, personRef);
      return pageOf(clientLetters(state, paging), paging, { request, reply });
    }
    const { count, rows } = await readOwnLetters(this.services.reads, { ...providerOf(principal), ...paging });
    const results = rows.map(({ claimId, eventId, kind, notifiedOn, termUntilOn, providerReference }) => ({
      claimId,
      eventId,
      kind,
      notifiedOn,
      termUntilOn: termUntilOn ?? null,
      providerReference: providerReference ?? null,
    }));
    return pageOf({ count, results }, paging, { request, reply });
  }
}

/** Only a provider has claims and trajects of its own. */
function providerOf({ roles, municipality, orgId: providerId }: Principal): {
  readonly municipality: string;
  readonly providerId: string;
} {
  if (!roles.includes('PROVIDER')) throw new Problem('geen-toegang');
  return { municipality, providerId };
}
