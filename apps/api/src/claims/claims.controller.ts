import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  Claim,
  ClaimPage,
  ClaimParams,
  CompleteClaim,
  ListClaims,
  ReadClaim,
  SubmitClaim,
  WithdrawClaim,
  type Receipt,
} from '@uitkomst/contracts';
import { FILE_COMMANDS, personOf, type ClientFileCommand } from '@uitkomst/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { placeOf } from '../shell/acts/acts.controller.js';
import { actAs, SignedIn, type Principal } from '../shell/auth/principal.js';
import { OnClientFile, orRefuse } from '../shell/commands/handle-client-file.js';
import { findClaim, inFile, showClaim, versionSeen } from '../shell/find-claim.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording } from '../shell/http/docs.js';
import { SeenVersion } from '../shell/http/etag.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { LookingServices } from '../shell/http/looking-back.js';
import type { Services } from '../shell/open-services.js';
import { receiptOf } from '../shell/receipt.js';
import { Asks, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { claimAt } from './claim-at.js';
import { CLAIMS_TABLE } from './claims-table.js';
import { listClaims } from './list-claims.js';
import { submission } from '../shell/submission.js';

const TAG: Tag = 'claims';
type Needs = LookingServices & Pick<Services, 'identities'>;

/** Declaraties: submitted, completed and withdrawn by their provider, and read by whoever may know of them. */
@ApiTags(TAG)
@Controller('claims')
export class ClaimsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Needs,
  ) {}

  @Post()
  @Recording({
    id: 'submitClaim',
    summary: 'Dien een declaratie in',
    description:
      'Een declaratie van een andere aanbieder op dezelfde uitstroom wordt ook vastgelegd. Of de cliënt bekend is, blijkt niet uit het antwoord.',
    answer: Claim,
  })
  async submit(
    @Asks() ask: Ask,
    @Body({ schema: SubmitClaim }) body: SubmitClaim,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Claim> {
    const { orgId } = actAs(ask.principal, FILE_COMMANDS.SubmitClaim);
    const { personRef, claim } = submission(this.services, { ask, providerId: orgId }, body);
    const done = await this.commands.execute(new OnClientFile(personRef, { type: 'SubmitClaim', claim }, ask));
    const earlier = done.refusal?.data?.['claimId'];
    const { file, events } = orRefuse(done, earlier === undefined ? {} : earlierClaim(String(earlier)));
    const [first] = events;
    void reply.header('Location', `/v1/claims/${claim.claimId}`);
    const found = inFile(file, ask.principal, claim.claimId);
    return this.show(ask.principal, { found, reply, ...(first && { receipt: receiptOf(first) }) });
  }

  @Get()
  @Reads({
    id: 'listClaims',
    summary: 'Lijst van declaraties',
    description:
      'In JSON per bladzijde; als CSV (puntkomma, hele eurocenten) of XLSX (euro’s) de hele lijst, hoogstens 10.000 regels.',
    answer: ClaimPage,
    table: CLAIMS_TABLE,
  })
  list(
    @SignedIn() principal: Principal,
    @Query({ schema: ListClaims }) query: ListClaims,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClaimPage> {
    return listClaims(this.services, { principal, query }, { request, reply });
  }

  @Get(':claimId')
  @Reads({
    id: 'getClaim',
    summary: 'Lees een declaratie',
    description:
      'Met asOf of knownAsOf zoals zij er toen voor stond, voor wie bij de gemeente werkt; dan zonder ETag: op een stand van toen wordt niet besloten.',
    answer: Claim,
    version: true,
  })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
    @Query({ schema: ReadClaim }) dates: ReadClaim,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Claim> {
    const found = await findClaim(this.services, principal, claimId);
    if (dates.asOf !== undefined || dates.knownAsOf !== undefined)
      return claimAt(this.services, principal, { claimId, dates });
    return this.show(principal, { found, reply });
  }

  @Post(':claimId/aanvullingen')
  @Recording({ id: 'completeClaim', summary: 'Vul een declaratie aan', answer: Claim, ifMatch: true })
  complete(
    @Asks() ask: Ask,
    @SeenVersion() seen: number,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
    @Body({ schema: CompleteClaim }) { evidence }: CompleteClaim,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Claim> {
    return this.change({ type: 'CompleteClaim', claimId, evidence }, { ask, seen, reply });
  }

  @Post(':claimId/intrekkingen')
  @Recording({ id: 'withdrawClaim', summary: 'Trek een declaratie in', answer: Claim, ifMatch: true })
  withdraw(
    @Asks() ask: Ask,
    @SeenVersion() seen: number,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
    @Body({ schema: WithdrawClaim }) { reason }: WithdrawClaim,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Claim> {
    return this.change({ type: 'WithdrawClaim', claimId, reason }, { ask, seen, reply });
  }

  private async change(
    command: Extract<ClientFileCommand, { type: 'CompleteClaim' | 'WithdrawClaim' }>,
    { ask, seen, reply }: { readonly ask: Ask; readonly seen: number; readonly reply: FastifyReply },
  ): Promise<Claim> {
    const { claimId } = command;
    actAs(ask.principal, FILE_COMMANDS[command.type]);
    const found = await findClaim(this.services, ask.principal, claimId);
    const asked = { ...command, ifMatch: versionSeen(ask.principal, found, seen) };
    const { file, events } = orRefuse(await this.commands.execute(new OnClientFile(personOf(claimId), asked, ask)));
    const [first] = events;
    const path = command.type === 'CompleteClaim' ? 'aanvullingen' : 'intrekkingen';
    void reply.header('Location', placeOf(events, `/v1/claims/${claimId}`, path));
    const changed = inFile(file, ask.principal, claimId);
    return this.show(ask.principal, { found: changed, reply, ...(first && { receipt: receiptOf(first) }) });
  }

  private async show(
    principal: Principal,
    shown: {
      readonly found: ReturnType<typeof inFile>;
      readonly reply: FastifyReply;
      readonly receipt?: Receipt;
    },
  ): Promise<Claim> {
    const { body, etag } = await showClaim(this.services, principal, shown.found);
    void shown.reply.header('ETag', etag);
    return shown.receipt === undefined ? body : { ...body, receipt: shown.receipt };
  }
}

const earlierClaim = (claimId: string) => ({ headers: { Location: `/v1/claims/${claimId}` }, members: { claimId } });
