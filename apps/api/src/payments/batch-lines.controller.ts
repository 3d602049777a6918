import { Body, Controller, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Batch, BatchLineParams, FreeLine, HoldLine, OffsetLine } from '@uitkomst/contracts';
import { outstandingCents, personOf, type BatchCommand, type OfferedOffset } from '@uitkomst/domain';
import { readBatch } from '@uitkomst/processes';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { placeOf } from '../shell/acts/acts.controller.js';
import { OnBatch } from '../shell/commands/handle-batch.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Recording } from '../shell/http/docs.js';
import { etagOf, SeenVersion } from '../shell/http/etag.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { receiptOf } from '../shell/receipt.js';
import { Asks, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { batchView } from './batch-view.js';

const TAG: Tag = 'betalingen';

/** Regels van een betaalbatch: held, freed, or set off against what the provider owes, before the bank is told. */
@ApiTags(TAG)
@Controller('betaalbatches/:batchId/regels/:claimId')
export class BatchLinesController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'ledger'>,
  ) {}

  @Post('aanhoudingen')
  @Recording({ id: 'holdLine', summary: 'Houd een regel aan', answer: Batch, ifMatch: true })
  hold(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: BatchLineParams }) { batchId, claimId }: BatchLineParams,
    @Body({ schema: HoldLine }) { reason }: HoldLine,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Batch> {
    return this.ask({ type: 'HoldLine', batchId, claimId, reason, ifMatch }, { ask, reply, path: 'aanhoudingen' });
  }

  @Post('vrijgaven')
  @Recording({ id: 'freeLine', summary: 'Geef een aangehouden regel weer vrij', answer: Batch, ifMatch: true })
  free(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: BatchLineParams }) { batchId, claimId }: BatchLineParams,
    @Body({ schema: FreeLine }) _body: z.infer<typeof FreeLine>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Batch> {
    return this.ask({ type: 'FreeLine', batchId, claimId, ifMatch }, { ask, reply, path: 'vrijgaven' });
  }

  @Post('verrekeningen')
  @Recording({
    id: 'offsetLine',
    summary: 'Verreken een terugvordering met een regel',
    description: 'Vóór de vrijgave, met een besloten terugvordering van dezelfde aanbieder; er blijft iets te betalen.',
    answer: Batch,
    ifMatch: true,
  })
  async offset(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: BatchLineParams }) { batchId, claimId }: BatchLineParams,
    @Body({ schema: OffsetLine }) { clawbackId, cents }: OffsetLine,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Batch> {
    const offered = await this.offered(ask.principal.municipality, clawbackId);
    const command = { type: 'OffsetLine', batchId, claimId, cents, ifMatch, ...(offered && { offered }) } as const;
    return this.ask(command, { ask, reply, path: 'verrekeningen' });
  }

  /** The clawback as its file stands; undefined where there is none. */
  private async offered(municipality: string, clawbackId: string): Promise<OfferedOffset | undefined> {
    const { state: file } = await this.services.clientFiles.read(municipality, personOf(clawbackId));
    const clawback = file.clawbacks.find((one) => one.clawbackId === clawbackId);
    const claim = clawback && file.claims.get(clawback.claimId);
    if (clawback === undefined || claim === undefined) return undefined;
    const { providerId } = claim.submission.payload;
    return { clawbackId, providerId, outstandingCents: outstandingCents(clawback) };
  }

  private async ask(
    command: Extract<BatchCommand, { readonly claimId: string }>,
    { ask, reply, path }: { readonly ask: Ask; readonly reply: FastifyReply; readonly path: string },
  ): Promise<Batch> {
    const { batchId, claimId } = command;
    const { municipality } = ask.principal;
    const { events } = await this.commands.execute(new OnBatch(command, ask));
    const batch = await readBatch(this.services.ledger, municipality, batchId);
    if (batch.status === 'NONE') throw new Error('A batch was changed but is not there');
    void reply.header('Location', placeOf(events, `/v1/betaalbatches/${batchId}`, `regels/${claimId}/${path}`));
    void reply.header('ETag', etagOf(batch.version));
    const view = await batchView(this.services.clientFiles, municipality, { ...batch, batchId, status: batch.status });
    const [first] = events;
    return first === undefined ? view : { ...view, receipt: receiptOf(first) };
  }
}
