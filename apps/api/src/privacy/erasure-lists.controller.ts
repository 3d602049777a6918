import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  DecideErasure,
  ErasureListPage,
  ErasureListParams,
  ErasureListView,
  ListErasures,
  ProposeErasure,
} from '@uitkomst/contracts';
import { ERASURE_COMMANDS, type ErasureCommand } from '@uitkomst/domain';
import { ERASURE_LISTS } from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { placeOf } from '../shell/acts/acts.controller.js';
import { actAs, SignedIn, type Principal } from '../shell/auth/principal.js';
import { OnErasureList } from '../shell/commands/handle-erasure.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording } from '../shell/http/docs.js';
import { etagOf, SeenVersion } from '../shell/http/etag.js';
import { pageOf, pagingOf } from '../shell/http/paging.js';
import type { Tag } from '../shell/http/document/tags.js';
import { readErasureList } from '../shell/erasures.js';
import type { Services } from '../shell/open-services.js';
import { receiptOf } from '../shell/receipt.js';
import { Asks, nameFrom, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { erasureListView } from './erasure-list-view.js';

const TAG: Tag = 'privacy';

/** Vernietigingslijsten: whose personal data is erased, proposed by one and decided by another. */
@ApiTags(TAG)
@Controller('vernietigingslijsten')
export class ErasureListsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'ledger' | 'reads'>,
  ) {}

  @Post()
  @Recording({ id: 'proposeErasure', summary: 'Stel een vernietigingslijst voor', answer: ErasureListView })
  propose(
    @Asks() ask: Ask,
    @Body({ schema: ProposeErasure }) body: ProposeErasure,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasureListView> {
    const listId = `list.${nameFrom(ask.commandId, 'erasure')}`;
    return this.ask({ type: 'ProposeErasure', listId, ...body }, { ask, reply });
  }

  @Get()
  @Reads({ id: 'listErasures', summary: 'Lijst van vernietigingslijsten', answer: ErasureListPage })
  async list(
    @SignedIn() principal: Principal,
    @Query({ schema: ListErasures }) query: z.infer<typeof ListErasures>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof ErasureListPage>> {
    actAs(principal, READERS);
    const { reads } = this.services;
    const where = [{ column: 'municipality', is: '=', value: principal.municipality }] as const;
    const paging = pagingOf(query);
    const { limit, offset } = paging;
    const orderBy = [{ column: 'proposedOn', descending: true }, { column: 'listId' }] as const;
    const rows = await reads.select(ERASURE_LISTS, { where, orderBy, limit, offset });
    const results = rows.map(({ listId, status, persons, proposedOn }) => ({ listId, status, persons, proposedOn }));
    return pageOf({ count: await reads.count(ERASURE_LISTS, where), results }, paging, { request, reply });
  }

  @Get(':listId')
  @Reads({ id: 'getErasureList', summary: 'Lees een vernietigingslijst', answer: ErasureListView, version: true })
  get(
    @SignedIn() principal: Principal,
    @Param({ schema: ErasureListParams }) { listId }: z.infer<typeof ErasureListParams>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasureListView> {
    actAs(principal, READERS);
    return this.show(principal.municipality, listId, reply);
  }

  @Post(':listId/besluiten')
  @Recording({
    id: 'decideErasure',
    summary: 'Besluit op een vernietigingslijst',
    description:
      'Door een ander dan wie voorstelde. Wie nog een declaratie heeft die niet gesloten is, wordt niet vernietigd maar geweigerd met CLAIM_OPEN.',
    answer: ErasureListView,
    ifMatch: true,
  })
  decide(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: ErasureListParams }) { listId }: z.infer<typeof ErasureListParams>,
    @Body({ schema: DecideErasure }) body: DecideErasure,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasureListView> {
    return this.ask({ type: 'DecideErasure', listId, ifMatch, ...body }, { ask, reply });
  }

  private async ask(
    command: ErasureCommand,
    { ask, reply }: { readonly ask: Ask; readonly reply: FastifyReply },
  ): Promise<ErasureListView> {
    const { events } = await this.commands.execute(new OnErasureList(command, ask));
    const list = `/v1/vernietigingslijsten/${command.listId}`;
    const decided = command.type === 'DecideErasure';
    void reply.header('Location', decided ? placeOf(events, list, 'besluiten') : list);
    const view = await this.show(ask.principal.municipality, command.listId, reply);
    const [first] = events;
    return first === undefined ? view : { ...view, receipt: receiptOf(first) };
  }

  private async show(municipality: string, listId: string, reply: FastifyReply): Promise<ErasureListView> {
    const list = await readErasureList(this.services.ledger, municipality, listId);
    const view = await erasureListView(list, (dossierRef) => this.services.clientFiles.read(municipality, dossierRef));
    if (view === undefined) throw new NotFoundException('Niet gevonden');
    void reply.header('ETag', etagOf(list.version));
    return view;
  }
}

/** Who works with these lists, and who looks whether they do it well. */
export const READERS = [...new Set([...Object.values(ERASURE_COMMANDS).flat(), 'AUDITOR' as const])];
