import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  CorrectFact,
  eventOf,
  Fact,
  FactPage,
  FactParams,
  FactRecorded,
  FileParams,
  ListFacts,
  RetractFact,
  TimelineEvent,
  TimelineQuery,
  type FactBody,
} from '@uitkomst/contracts';
import type { ClientFileCommand } from '@uitkomst/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { actIn, placeOf } from '../shell/acts/acts.controller.js';
import { SignedIn, type Principal } from '../shell/auth/principal.js';
import { OnClientFile, orRefuse, type FileDecided } from '../shell/commands/handle-client-file.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording } from '../shell/http/docs.js';
import { etagOf } from '../shell/http/etag.js';
import { pageOf, pagingOf, partOf } from '../shell/http/paging.js';
import { cutOf } from '../shell/http/two-dates.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { Asks, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { factsSeen } from './timeline/read-timeline.js';
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
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'clock' | 'ledger'>,
  ) {}

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

  @Get()
  @Reads({
    id: 'listFacts',
    summary: 'Feiten van een dossier',
    description:
      'In volgorde van vastlegging, ook wat is ingetrokken of nog moet beginnen. Wie geen dossiers leest, leest wat de eigen organisatie vastlegde.',
    answer: FactPage,
  })
  async list(
    @SignedIn() principal: Principal,
    @Param({ schema: FileParams }) { dossierRef }: FileParams,
    @Query({ schema: ListFacts }) query: ListFacts,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FactPage> {
    const paging = pagingOf(query);
    const facts = await factsSeen(this.services, principal, { dossierRef, dates: query });
    return { ...pageOf(partOf(facts, paging), paging, { request, reply }), ...saidOf(query, this.services.clock) };
  }

  @Get(':eventId')
  @Reads({ id: 'getFact', summary: 'Eén feit van een dossier', answer: TimelineEvent })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: FactParams }) { dossierRef, eventId }: FactParams,
    @Query({ schema: TimelineQuery }) dates: TimelineQuery,
  ): Promise<TimelineEvent> {
    return actIn(await factsSeen(this.services, principal, { dossierRef, dates }), eventId);
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
    void reply.header('Location', locationOf(command, `/v1/dossiers/${dossierRef}/feiten`, { ...recorded, ...done }));
    if (done.actor.role !== 'PROVIDER') void reply.header('ETag', etagOf(done.file.revision + 1));
    return { dossierRef, ...recorded };
  }
}

/** A fact is read by itself; what was done to one is read beside it. */
function locationOf(command: ClientFileCommand, facts: string, { eventId, events }: Placed): string {
  if (command.type === 'RetractFact') return placeOf(events, `${facts}/${command.targetEventId}`, 'intrekkingen');
  if (command.type === 'CorrectFact') return placeOf(events, `${facts}/${command.targetEventId}`, 'correcties');
  return `${facts}/${eventId}`;
}

interface Placed {
  readonly eventId: string;
  readonly events: FileDecided['events'];
}

/** Which past a list is about, where one was asked. */
function saidOf({ asOf, knownAsOf }: ListFacts, clock: Services['clock']): Pick<FactPage, 'asOf' | 'knownAsOf'> {
  const known = knownAsOf === undefined ? undefined : cutOf({ knownAsOf }, clock).knownAsOf;
  return { ...(asOf !== undefined && { asOf }), ...(known !== undefined && { knownAsOf: known }) };
}
