import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ClaimParams,
  Clawback,
  ClawbackParams,
  Clawbacks,
  DecideClawback,
  HearClawback,
  ProposeClawback,
  SettleClawback,
} from '@uitkomst/contracts';
import { hasSetOff, personOf, type ClientFileCommand } from '@uitkomst/domain';
import { readBatch } from '@uitkomst/processes';
import type { FastifyReply } from 'fastify';
import { placeOf } from '../shell/acts/acts.controller.js';
import { SignedIn, type Principal } from '../shell/auth/principal.js';
import { OnClientFile, orRefuse, type FileDecided } from '../shell/commands/handle-client-file.js';
import { findClaim } from '../shell/find-claim.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording } from '../shell/http/docs.js';
import { etagOf, SeenVersion } from '../shell/http/etag.js';
import { Problem } from '../shell/http/problem.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { receiptOf } from '../shell/receipt.js';
import { Asks, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { clawbackIn, clawbacksOf } from './shown-clawback.js';

const TAG: Tag = 'terugvordering';
type Needs = Pick<Services, 'clientFiles' | 'clock' | 'ledger'>;
type ClawbackCommand = Extract<ClientFileCommand, { readonly clawbackId: string }>;

interface Asked {
  readonly ask: Ask;
  readonly reply: FastifyReply;
}

/** Terugvordering: proposed by itself, heard by the provider, decided by somebody uninvolved, settled by finance. */
@ApiTags(TAG)
@Controller()
export class ClawbacksController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Needs,
  ) {}

  @Post('claims/:claimId/terugvorderingen')
  @Recording({
    id: 'proposeClawback',
    summary: 'Vraag of er geld terug moet komen',
    description: 'Een voornemen volgt vanzelf uit het besluit en het geld; is er niets terug te vragen, dan volgt 409.',
    answer: Clawbacks,
    ifMatch: true,
  })
  async propose(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
    @Body({ schema: ProposeClawback }) _body: object,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Clawbacks> {
    const command = { type: 'ProposeClawback', claimId, ifMatch } as const;
    const { file } = orRefuse(await this.commands.execute(new OnClientFile(personOf(claimId), command, ask)));
    void reply.header('Location', `/v1/claims/${claimId}/terugvorderingen`);
    return { results: clawbacksOf(file, ask.principal, claimId) };
  }

  @Get('claims/:claimId/terugvorderingen')
  @Reads({ id: 'listClawbacks', summary: 'Terugvorderingen van een declaratie', answer: Clawbacks })
  async list(
    @SignedIn() principal: Principal,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
  ): Promise<Clawbacks> {
    const { file } = await findClaim(this.services, principal, claimId);
    return { results: clawbacksOf(file, principal, claimId) };
  }

  @Get('terugvorderingen/:clawbackId')
  @Reads({ id: 'getClawback', summary: 'Lees een terugvordering', answer: Clawback, version: true })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: ClawbackParams }) { clawbackId }: ClawbackParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Clawback> {
    const { state: file } = await this.services.clientFiles.read(principal.municipality, personOf(clawbackId));
    const { body, changes } = clawbackIn(file, principal, clawbackId);
    void reply.header('ETag', etagOf(changes));
    return body;
  }

  @Post('terugvorderingen/:clawbackId/zienswijzen')
  @Recording({ id: 'hearClawback', summary: 'Geef uw zienswijze op een voorgenomen terugvordering', answer: Clawback })
  hear(
    @Asks() ask: Ask,
    @Param({ schema: ClawbackParams }) { clawbackId }: ClawbackParams,
    @Body({ schema: HearClawback }) { position }: HearClawback,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Clawback> {
    return this.carryOut({ type: 'HearClawback', clawbackId, position }, { ask, reply });
  }

  @Post('terugvorderingen/:clawbackId/beslissingen')
  @Recording({ id: 'decideClawback', summary: 'Besluit over een terugvordering', answer: Clawback, ifMatch: true })
  decide(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: ClawbackParams }) { clawbackId }: ClawbackParams,
    @Body({ schema: DecideClawback }) { decision, grounds }: DecideClawback,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Clawback> {
    const type = decision === 'RECLAIM' ? 'DecideClawback' : 'WithdrawClawback';
    return this.carryOut({ type, clawbackId, grounds, ifMatch }, { ask, reply });
  }

  @Post('terugvorderingen/:clawbackId/afwikkelingen')
  @Recording({
    id: 'settleClawback',
    summary: 'Wikkel een terugvordering af',
    description: 'Een verrekening alleen zoals de bank haar uitvoerde: met een betaalde regel van de genoemde batch.',
    answer: Clawback,
    ifMatch: true,
  })
  async settle(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: ClawbackParams }) { clawbackId }: ClawbackParams,
    @Body({ schema: SettleClawback }) body: SettleClawback,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Clawback> {
    const command: ClawbackCommand =
      body.method === 'WRITE_OFF'
        ? { type: 'WriteOffClawback', clawbackId, ifMatch }
        : { type: 'SettleClawback', ...body, clawbackId, ifMatch };
    if (body.method === 'OFFSET') await this.demandSetOff(ask.principal, clawbackId, body);
    return this.carryOut(command, { ask, reply });
  }

  /** Money that came back by paying less is taken over from the batch, never on somebody's word. */
  private async demandSetOff(
    principal: Principal,
    clawbackId: string,
    { batchId, cents }: Extract<SettleClawback, { readonly method: 'OFFSET' }>,
  ): Promise<void> {
    if (!principal.roles.includes('FINANCE')) return; // The file refuses, without a word of what stands in a batch.
    if (hasSetOff(await readBatch(this.services.ledger, principal.municipality, batchId), clawbackId, cents)) return;
    throw notSetOff();
  }

  private async carryOut(command: ClawbackCommand, { ask, reply }: Asked): Promise<Clawback> {
    const { clawbackId } = command;
    const done = await this.commands.execute(new OnClientFile(personOf(clawbackId), command, ask));
    const { file, events }: FileDecided = orRefuse(done);
    const { body, changes } = clawbackIn(file, ask.principal, clawbackId);
    const path = PATHS[command.type] ?? 'beslissingen';
    void reply.header('Location', placeOf(events, `/v1/terugvorderingen/${clawbackId}`, path));
    void reply.header('ETag', etagOf(changes));
    const [first] = events;
    return { ...body, ...(first && { receipt: receiptOf(first) }) };
  }
}

/** Whoever chose the batch reads what to look for in it. */
function notSetOff(): Problem {
  const code = 'UNKNOWN_REFERENCE';
  const message = {
    nl: 'In deze betaalbatch is precies dit bedrag niet op deze terugvordering verrekend, of de bank betaalde die regel nog niet.',
    en: 'This payment batch did not set off exactly this amount against this clawback, or the bank has not yet paid that line.',
  };
  const fault = { in: 'body', pointer: '/batchId', code, message } as const;
  return new Problem('onbekende-verwijzing', { detail: message, code, errors: [fault] });
}

/** Under which part of a clawback its acts are read. */
const PATHS: Readonly<Partial<Record<ClawbackCommand['type'], string>>> = {
  HearClawback: 'zienswijzen',
  SettleClawback: 'afwikkelingen',
  WriteOffClawback: 'afwikkelingen',
};
