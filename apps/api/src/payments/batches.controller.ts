import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  Batch,
  BatchPage,
  BatchParams,
  CancelBatch,
  ListBatches,
  PrepareBatch,
  ReleaseBatch,
} from '@uitkomst/contracts';
import { BATCH_COMMANDS, goesToBank, type BatchCommand } from '@uitkomst/domain';
import { BATCHES, isUnanswered } from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { placeOf } from '../shell/acts/acts.controller.js';
import { actAs, readsMoney, SignedIn, type Principal } from '../shell/auth/principal.js';
import { OnBatch } from '../shell/commands/handle-batch.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording } from '../shell/http/docs.js';
import { etagOf, SeenVersion } from '../shell/http/etag.js';
import { pageOf, pagingOf } from '../shell/http/paging.js';
import type { Tag } from '../shell/http/document/tags.js';
import { lookAt, type LookingServices } from '../shell/http/looking-back.js';
import { readBatch } from '@uitkomst/processes';
import { receiptOf } from '../shell/receipt.js';
import { Asks, nameFrom, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { batchView } from './batch-view.js';
import { OfferLines } from './offer-lines.js';

const TAG: Tag = 'betalingen';

/** Betaalbatches: one officer prepares approved claims for payment, another releases them. */
@ApiTags(TAG)
@Controller('betaalbatches')
export class BatchesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly offers: OfferLines,
    @Inject(SERVICES) private readonly services: LookingServices,
  ) {}

  @Post()
  @Recording({ id: 'prepareBatch', summary: 'Bereid een betaalbatch voor', answer: Batch })
  async prepare(
    @Asks() ask: Ask,
    @Body({ schema: PrepareBatch }) { claimIds }: PrepareBatch,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Batch> {
    actAs(ask.principal, BATCH_COMMANDS.PrepareBatch);
    const batchId = `batch.${nameFrom(ask.commandId, 'batch')}`;
    return this.offers.one(ask.principal.municipality, claimIds, (lines) =>
      this.ask({ type: 'PrepareBatch', batchId, lines }, { ask, reply }),
    );
  }

  @Get()
  @Reads({ id: 'listBatches', summary: 'Lijst van betaalbatches', answer: BatchPage })
  async list(
    @SignedIn() principal: Principal,
    @Query({ schema: ListBatches }) query: z.infer<typeof ListBatches>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof BatchPage>> {
    readsMoney(principal);
    const paging = pagingOf(query);
    const { reads, today, dates } = await lookAt(this.services, principal, query);
    const where = [{ column: 'municipality', is: '=', value: principal.municipality }] as const;
    const { limit, offset } = paging;
    const orderBy = [{ column: 'preparedOn', descending: true }, { column: 'batchId' }] as const;
    const rows = await reads.select(BATCHES, { where, orderBy, limit, offset });
    const results = rows.map((row) => ({
      batchId: row.batchId,
      preparedOn: row.preparedOn,
      status: row.status,
      lines: row.lines.filter(goesToBank).length,
      controlSumCents: row.controlSumCents,
      alarm: isUnanswered(row, today) ? ('NO_BANK_ANSWER' as const) : null,
    }));
    return { ...pageOf({ count: await reads.count(BATCHES, where), results }, paging, { request, reply }), ...dates };
  }

  @Get(':batchId')
  @Reads({ id: 'getBatch', summary: 'Lees een betaalbatch', answer: Batch, version: true })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: BatchParams }) { batchId }: BatchParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Batch> {
    readsMoney(principal);
    return this.show(principal.municipality, batchId, reply);
  }

  @Post(':batchId/vrijgaven')
  @Recording({
    id: 'releaseBatch',
    summary: 'Geef een betaalbatch vrij',
    description:
      'Door een andere medewerker dan wie voorbereidde. Een regel die niet meer klopt, vervalt; de rest wordt opgedragen.',
    answer: Batch,
    ifMatch: true,
  })
  release(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: BatchParams }) { batchId }: BatchParams,
    @Body({ schema: ReleaseBatch }) _body: z.infer<typeof ReleaseBatch>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Batch> {
    return this.ask({ type: 'ReleaseBatch', batchId, ifMatch }, { ask, reply, path: 'vrijgaven' });
  }

  @Post(':batchId/annuleringen')
  @Recording({ id: 'cancelBatch', summary: 'Annuleer een betaalbatch', answer: Batch, ifMatch: true })
  cancel(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: BatchParams }) { batchId }: BatchParams,
    @Body({ schema: CancelBatch }) { reason }: CancelBatch,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Batch> {
    return this.ask({ type: 'CancelBatch', batchId, reason, ifMatch }, { ask, reply, path: 'annuleringen' });
  }

  private async ask(
    command: BatchCommand,
    { ask, reply, path }: { readonly ask: Ask; readonly reply: FastifyReply; readonly path?: string },
  ): Promise<Batch> {
    const { events } = await this.commands.execute(new OnBatch(command, ask));
    const made = `/v1/betaalbatches/${command.batchId}`;
    void reply.header('Location', path === undefined ? made : placeOf(events, made, path));
    const batch = await this.show(ask.principal.municipality, command.batchId, reply);
    const [first] = events;
    return first === undefined ? batch : { ...batch, receipt: receiptOf(first) };
  }

  private async show(municipality: string, batchId: string, reply: FastifyReply): Promise<Batch> {
    const batch = await readBatch(this.services.ledger, municipality, batchId);
    if (batch.status === 'NONE') throw new NotFoundException('Niet gevonden');
    void reply.header('ETag', etagOf(batch.version));
    return batchView(this.services.clientFiles, municipality, { ...batch, batchId, status: batch.status });
  }
}
