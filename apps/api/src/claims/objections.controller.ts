import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ClaimParams,
  DecideObjection,
  FileObjection,
  Objection,
  ObjectionParams,
  Objections,
  WithdrawObjection,
} from '@uitkomst/contracts';
import { personOf, type ClientFileCommand } from '@uitkomst/domain';
import type { FastifyReply } from 'fastify';
import { placeOf } from '../shell/acts/acts.controller.js';
import { SignedIn, type Principal } from '../shell/auth/principal.js';
import { OnClientFile, orRefuse } from '../shell/commands/handle-client-file.js';
import { findClaim } from '../shell/find-claim.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording } from '../shell/http/docs.js';
import { etagOf, SeenVersion } from '../shell/http/etag.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { receiptOf } from '../shell/receipt.js';
import { Asks, nameFrom, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { objectionIn, shownObjection } from './shown-objection.js';

const TAG: Tag = 'bezwaar';
type Needs = Pick<Services, 'clientFiles' | 'clock' | 'ledger'>;
type ObjectionCommand = Extract<ClientFileCommand, { readonly objectionId: string }>;

interface Asked {
  readonly ask: Ask;
  readonly reply: FastifyReply;
}

/** Bezwaar: filed by the provider or the client against what was made known, decided by somebody uninvolved. */
@ApiTags(TAG)
@Controller()
export class ObjectionsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Needs,
  ) {}

  @Post('claims/:claimId/bezwaren')
  @Recording({
    id: 'fileObjection',
    summary: 'Maak bezwaar tegen een bekendgemaakt besluit',
    description: 'Een te laat bezwaar wordt ook vastgelegd; of het ontvankelijk is, wordt beslist.',
    answer: Objection,
  })
  file(
    @Asks() ask: Ask,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
    @Body({ schema: FileObjection }) { subjectEventId, groundsCommitment }: FileObjection,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Objection> {
    const objectionId = `${personOf(claimId)}.${nameFrom(ask.commandId, 'objection')}`;
    const words = groundsCommitment === undefined ? {} : { groundsCommitment };
    return this.carryOut({ type: 'FileObjection', claimId, objectionId, subjectEventId, ...words }, { ask, reply });
  }

  @Get('claims/:claimId/bezwaren')
  @Reads({ id: 'listObjections', summary: 'Bezwaren tegen besluiten op een declaratie', answer: Objections })
  async list(
    @SignedIn() principal: Principal,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
  ): Promise<Objections> {
    const { file } = await findClaim(this.services, principal, claimId);
    const ofClaim = file.objections.filter((objection) => objection.claimId === claimId);
    return { results: ofClaim.flatMap(({ objectionId }) => shownObjection(file, principal, objectionId)?.body ?? []) };
  }

  @Get('bezwaren/:objectionId')
  @Reads({ id: 'getObjection', summary: 'Lees een bezwaar', answer: Objection, version: true })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: ObjectionParams }) { objectionId }: ObjectionParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Objection> {
    const { state: file } = await this.services.clientFiles.read(principal.municipality, personOf(objectionId));
    const { body, changes } = objectionIn(file, principal, objectionId);
    void reply.header('ETag', etagOf(changes));
    return body;
  }

  @Post('bezwaren/:objectionId/intrekkingen')
  @Recording({ id: 'withdrawObjection', summary: 'Trek een bezwaar in', answer: Objection })
  withdraw(
    @Asks() ask: Ask,
    @Param({ schema: ObjectionParams }) { objectionId }: ObjectionParams,
    @Body({ schema: WithdrawObjection }) _body: object,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Objection> {
    return this.carryOut({ type: 'WithdrawObjection', objectionId }, { ask, reply });
  }

  @Post('bezwaren/:objectionId/beslissingen')
  @Recording({ id: 'decideObjection', summary: 'Beslis op een bezwaar', answer: Objection, ifMatch: true })
  decide(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: ObjectionParams }) { objectionId }: ObjectionParams,
    @Body({ schema: DecideObjection }) body: DecideObjection,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Objection> {
    return this.carryOut({ type: 'DecideObjection', ...body, objectionId, ifMatch }, { ask, reply });
  }

  private async carryOut(command: ObjectionCommand, { ask, reply }: Asked): Promise<Objection> {
    const { objectionId } = command;
    const done = await this.commands.execute(new OnClientFile(personOf(objectionId), command, ask));
    const { file, events } = orRefuse(done);
    const [first] = events;
    // A second party's objection is added to the open one, and goes by its number.
    const filed = first?.type === 'ObjectionFiled' ? (first.payload as { readonly objectionId: string }) : undefined;
    const { body, changes } = objectionIn(file, ask.principal, filed?.objectionId ?? objectionId);
    const path = PATHS[command.type];
    const objected = `/v1/bezwaren/${body.objectionId}`;
    void reply.header('Location', path === undefined ? objected : placeOf(events, objected, path));
    void reply.header('ETag', etagOf(changes));
    return { ...body, ...(first && { receipt: receiptOf(first) }) };
  }
}

/** Under which part of an objection its acts are read. */
const PATHS: Readonly<Partial<Record<ObjectionCommand['type'], string>>> = {
  WithdrawObjection: 'intrekkingen',
  DecideObjection: 'beslissingen',
};
