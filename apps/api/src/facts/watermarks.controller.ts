import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RecordWatermark, Watermark, WatermarkParams, WatermarkRecorded, Watermarks } from '@uitkomst/contracts';
import { textOf } from '@uitkomst/domain';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { SignedIn, type Principal } from '../shell/auth/principal.js';
import { OnSource } from '../shell/commands/handle-terms.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording } from '../shell/http/docs.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { receiptOf } from '../shell/receipt.js';
import { Asks, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';

const TAG: Tag = 'leveringen';

/** Watermerken: through which day a register is complete; without it decisions wait. */
@ApiTags(TAG)
@Controller('watermerken')
export class WatermarksController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Pick<Services, 'terms'>,
  ) {}

  @Post()
  @Recording({ id: 'recordWatermark', summary: 'Meld dat een bron volledig is', answer: WatermarkRecorded })
  async record(
    @Asks() ask: Ask,
    @Body({ schema: RecordWatermark }) watermark: RecordWatermark,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof WatermarkRecorded>> {
    const { system, completeThrough } = watermark;
    const done = await this.commands.execute(new OnSource(system, { type: 'RecordWatermark', watermark }, ask));
    void reply.header('Location', `/v1/watermerken/${system}`);
    const [first] = done.events;
    return { system, completeThrough, receipt: first === undefined ? null : receiptOf(first) };
  }

  @Get()
  @Reads({ id: 'listWatermarks', summary: 'Tot wanneer bronnen volledig zijn', answer: Watermarks })
  async list(@SignedIn() { municipality }: Principal): Promise<z.infer<typeof Watermarks>> {
    const { watermarks } = await this.services.terms.refresh(municipality);
    const results = [...watermarks].map(([system, through]) => ({ system, completeThrough: textOf(through) }));
    return { results };
  }

  @Get(':system')
  @Reads({ id: 'getWatermark', summary: 'Tot wanneer één bron volledig is', answer: Watermark })
  async get(
    @SignedIn() { municipality }: Principal,
    @Param({ schema: WatermarkParams }) { system }: z.infer<typeof WatermarkParams>,
  ): Promise<z.infer<typeof Watermark>> {
    const through = (await this.services.terms.refresh(municipality)).watermarks.get(system);
    if (through === undefined) throw new NotFoundException('Niet gevonden');
    return { system, completeThrough: textOf(through) };
  }
}
