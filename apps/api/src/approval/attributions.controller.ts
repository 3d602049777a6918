import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  Attribution,
  AttributionDecided,
  AttributionParams,
  Attributions,
  DecideAttribution,
  FileParams,
} from '@uitkomst/contracts';
import { attributionsOf, standingOf, type ClaimRecord, type ClientFile, type Day } from '@uitkomst/domain';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { onlyStaff, SignedIn, type Principal } from '../shell/auth/principal.js';
import { stateText } from '../shell/claim-view.js';
import { todayOf } from '../shell/today.js';
import { OnClientFile, orRefuse } from '../shell/commands/handle-client-file.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording } from '../shell/http/docs.js';
import { etagOf, SeenVersion } from '../shell/http/etag.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { receiptOf } from '../shell/receipt.js';
import { Asks, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';

const TAG: Tag = 'fiattering';

/** Toerekening: which provider earned which part of one outflow; an officer's reasoned decision. */
@ApiTags(TAG)
@Controller('dossiers/:dossierRef/toerekeningen')
export class AttributionsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'clock'>,
  ) {}

  @Post()
  @Recording({ id: 'decideAttribution', summary: 'Reken een uitstroom toe', answer: AttributionDecided, ifMatch: true })
  async decide(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: FileParams }) { dossierRef }: FileParams,
    @Body({ schema: DecideAttribution }) body: DecideAttribution,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof AttributionDecided>> {
    const command = { type: 'DecideAttribution', ...body, ifMatch } as const;
    const { file, events } = orRefuse(await this.commands.execute(new OnClientFile(dossierRef, command, ask)));
    const { jobId } = body;
    void reply.header('Location', `/v1/dossiers/${dossierRef}/toerekeningen/${jobId}`);
    void reply.header('ETag', etagOf(attributionsOf(file, jobId)));
    const [first] = events;
    const claims = standingsOf(file, todayOf(this.services.clock));
    return { dossierRef, jobId, claims, ...(first && { receipt: receiptOf(first) }) };
  }

  @Get()
  @Reads({ id: 'listAttributions', summary: 'Toerekeningen per dienstverband', answer: Attributions })
  async list(
    @SignedIn() principal: Principal,
    @Param({ schema: FileParams }) { dossierRef }: FileParams,
  ): Promise<Attributions> {
    return { results: await this.read(principal, dossierRef) };
  }

  @Get(':jobId')
  @Reads({ id: 'getAttribution', summary: 'Toerekening van één dienstverband', answer: Attribution, version: true })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: AttributionParams }) { dossierRef, jobId }: z.infer<typeof AttributionParams>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Attribution> {
    const one = (await this.read(principal, dossierRef)).find((each) => each.jobId === jobId);
    if (one === undefined) throw new NotFoundException('Niet gevonden');
    void reply.header('ETag', one.etag);
    return one;
  }

  private async read(principal: Principal, dossierRef: string): Promise<Attribution[]> {
    onlyStaff(principal);
    const { state: file } = await this.services.clientFiles.read(principal.municipality, dossierRef);
    if (file.revision < 0) throw new NotFoundException('Niet gevonden');
    const claimed = [...file.claims.values()].flatMap(({ submission }) => submission.payload.jobId ?? []);
    const decided = file.attributions.map(({ payload }) => payload.jobId);
    return [...new Set([...claimed, ...decided])].map((jobId) => {
      const last = file.attributions.findLast(({ payload }) => payload.jobId === jobId)?.payload;
      const { shares = null, grounds = null, decidedOn = null } = last ?? {};
      return { jobId, shares, grounds, decidedOn, etag: etagOf(attributionsOf(file, jobId)) };
    });
  }
}

type Standings = z.infer<typeof AttributionDecided>['claims'];

const standingsOf = (file: ClientFile, today: Day): Standings =>
  [...file.claims.values()].map((claim) => standingIn(file, claim, today));

function standingIn(file: ClientFile, claim: ClaimRecord, today: Day): Standings[number] {
  const { claimId, determination } = claim;
  const { state } = standingOf(file, claim, { today });
  const decided = determination && {
    determinationId: determination.id,
    decisionHash: determination.payload.decisionHash,
  };
  return { claimId, state, stateText: stateText(state), ...decided };
}
