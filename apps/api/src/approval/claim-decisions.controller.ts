import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  Assess,
  Assessment,
  AssessmentParams,
  Assessments,
  ClaimParams,
  Decided,
  Notices,
  ReleaseNotice,
  RequestEvidence,
  ResolveReview,
} from '@uitkomst/contracts';
import { personOf, type ClientFileCommand } from '@uitkomst/domain';
import { lettersToProvider } from '@uitkomst/projections';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { actIn, placeOf } from '../shell/acts/acts.controller.js';
import { isProviderOf, onlyStaff, SignedIn, type Principal } from '../shell/auth/principal.js';
import { todayOf } from '../shell/today.js';
import { OnClientFile, orRefuse } from '../shell/commands/handle-client-file.js';
import { findClaim } from '../shell/find-claim.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording } from '../shell/http/docs.js';
import { SeenVersion } from '../shell/http/etag.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { Asks, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { assessmentsOf } from './assessments.js';
import { decidedClaim } from './decided-claim.js';
import { staleDecision } from './stale-decision.js';

const TAG: Tag = 'fiattering';
type Needs = Pick<Services, 'clientFiles' | 'clock' | 'ledger'>;

type ClaimCommand = Extract<ClientFileCommand, { readonly claimId: string }>;

interface Asked {
  readonly ask: Ask;
  readonly reply: FastifyReply;
  /** Last part of the path under which it was asked. */
  readonly path: string;
}

/** What officers decide on a claim: its review, its approval, and the release of its notice. */
@ApiTags(TAG)
@Controller('claims/:claimId')
export class ClaimDecisionsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Needs,
  ) {}

  @Post('onderzoeksbesluiten')
  @Recording({ id: 'resolveReview', summary: 'Doe openstaande redenen af', answer: Decided, ifMatch: true })
  resolve(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
    @Body({ schema: ResolveReview }) body: ResolveReview,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Decided> {
    const command = { type: 'ResolveReview', ...body, claimId, ifMatch } as const;
    return this.decide(command, { ask, reply, path: 'onderzoeksbesluiten' });
  }

  @Post('bewijsverzoeken')
  @Recording({ id: 'requestEvidence', summary: 'Vraag om bewijs voor wat nog te beoordelen is', answer: Decided })
  request(
    @Asks() ask: Ask,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
    @Body({ schema: RequestEvidence }) body: RequestEvidence,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Decided> {
    return this.decide({ type: 'RequestEvidence', ...body, claimId }, { ask, reply, path: 'bewijsverzoeken' });
  }

  @Post('beoordelingen')
  @Recording({
    id: 'assessClaim',
    summary: 'Fiatteer een declaratie of weiger dat',
    description: 'Noemt de beoordeling die u zag; is er een andere, dan volgt 409 besluit-verouderd met de nieuwe.',
    answer: Decided,
    ifMatch: true,
  })
  assess(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
    @Body({ schema: Assess }) body: Assess,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Decided> {
    const { determinationId, decisionHash } = body;
    const about = { claimId, determinationId, decisionHash, ifMatch };
    const command: ClaimCommand =
      body.decision === 'APPROVE'
        ? { type: 'Approve', ...about }
        : { type: 'RefuseApproval', ...about, grounds: body.grounds };
    return this.decide(command, { ask, reply, path: 'beoordelingen' });
  }

  @Get('beoordelingen')
  @Reads({ id: 'listAssessments', summary: 'Fiatteringen van een declaratie', answer: Assessments })
  async assessments(
    @SignedIn() principal: Principal,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
  ): Promise<Assessments> {
    onlyStaff(principal);
    const { claim } = await findClaim(this.services, principal, claimId);
    return assessmentsOf(this.services.ledger, principal.municipality, claim);
  }

  @Get('beoordelingen/:eventId')
  @Reads({ id: 'getAssessment', summary: 'Eén fiattering van een declaratie', answer: Assessment })
  async assessment(
    @SignedIn() principal: Principal,
    @Param({ schema: AssessmentParams }) { claimId, eventId }: z.infer<typeof AssessmentParams>,
  ): Promise<Assessment> {
    return actIn((await this.assessments(principal, { claimId })).results, eventId);
  }

  @Post('bekendmakingen')
  @Recording({ id: 'releaseNotice', summary: 'Geef een bekendmaking vrij', answer: Decided })
  release(
    @Asks() ask: Ask,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
    @Body({ schema: ReleaseNotice }) body: ReleaseNotice,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Decided> {
    return this.decide({ type: 'ReleaseNotice', ...body, claimId }, { ask, reply, path: 'bekendmakingen' });
  }

  @Get('bekendmakingen')
  @Reads({ id: 'listNotices', summary: 'Bekendmakingen van een declaratie', answer: Notices })
  async notices(
    @SignedIn() principal: Principal,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
  ): Promise<Notices> {
    const { file, claim } = await findClaim(this.services, principal, claimId);
    const isOwn = isProviderOf(principal, claim.submission.payload.providerId);
    const notices = isOwn ? lettersToProvider(file, claim) : claim.notices;
    const results = notices.map(({ id, payload: { claimId: _claimId, ...notice } }) =>
      Object.assign(notice, { eventId: id }),
    );
    return { results };
  }

  private async decide(command: ClaimCommand, { ask, reply, path }: Asked): Promise<Decided> {
    const { principal } = ask;
    const { claimId } = command;
    const done = await this.commands.execute(new OnClientFile(personOf(claimId), command, ask));
    orRefuse(done, staleDecision(done, claimId));
    const today = todayOf(this.services.clock);
    const location = placeOf(done.events, `/v1/claims/${claimId}`, path);
    return decidedClaim(done, { principal, claimId, today, reply, location });
  }
}
