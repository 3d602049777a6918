import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  CorrectFact,
  eventOf,
  Fact,
  FactParams,
  FactRecorded,
  FileParams,
  RetractFact,
  type FactBody,
} from '@uitkomst/contracts';
import type { ClientFileCommand } from '@uitkomst/domain';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { OnClientFile, orRefuse } from '../shell/commands/handle-client-file.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Recording } from '../shell/http/docs.js';
import { etagOf } from '../shell/http/etag.js';
import type { Tag } from '../shell/http/document/tags.js';
import { Asks, type Ask } from '../shell/recording/ask.js';
import { factOf } from './recorded-fact.js';

const TAG: Tag = 'dossiers';
type Recorded = z.infer<typeof FactRecorded>;

interface Asked {
  readonly ask: Ask;
  readonly dossierRef: string;
  readonly reply: FastifyReply;
}

/** Feiten: what happened to a client, recorded by who may say so; corrected or withdrawn, never deleted. */
@ApiTags(TAG)
@Controller('dossiers/:dossierRef/feiten')
export class FactsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Recording({ id: 'recordFact', summary: 'Leg een feit vast', answer: FactRecorded })
  record(
    @Asks() ask: Ask,
    @Param({ schema: FileParams }) { dossierRef }: FileParams,
    @Body({ schema: Fact }) fact: FactBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Recorded> {
    return this.ask({ type: 'RecordFact', fact: eventOf(fact) }, { ask, dossierRef, reply });
  }

  @Post(':eventId/intrekkingen')
  @Recording({ id: 'retractFact', summary: 'Trek een feit in', answer: FactRecorded })
  retract(
    @Asks() ask: Ask,
    @Param({ schema: FactParams }) { dossierRef, eventId: targetEventId }: FactParams,
    @Body({ schema: RetractFact }) { reason }: RetractFact,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Recorded> {
    return this.ask({ type: 'RetractFact', targetEventId, reason }, { ask, dossierRef, reply });
  }

  @Post(':eventId/correcties')
  @Recording({ id: 'correctFact', summary: 'Corrigeer een feit', answer: FactRecorded })
  correct(
    @Asks() ask: Ask,
    @Param({ schema: FactParams }) { dossierRef, eventId: targetEventId }: FactParams,
    @Body({ schema: CorrectFact }) { reason, fact }: CorrectFact,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Recorded> {
    const command = { type: 'CorrectFact', targetEventId, reason, fact: eventOf(fact) } as const;
    return this.ask(command, { ask, dossierRef, reply });
  }

  private async ask(command: ClientFileCommand, { ask, dossierRef, reply }: Asked): Promise<Recorded> {
    const done = await this.commands.execute(new OnClientFile(dossierRef, command, ask));
    orRefuse(done, command.type === 'CorrectFact' ? { within: '/fact' } : {});
    const recorded = factOf(command, done);
    void reply.header('Location', `/v1/dossiers/${dossierRef}/tijdlijn`);
    if (done.actor.role !== 'PROVIDER') void reply.header('ETag', etagOf(done.file.revision + 1));
    return { dossierRef, ...recorded };
  }
}
