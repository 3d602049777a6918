import { createHash } from 'node:crypto';
import { Controller, HttpException, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RouteConfig } from '@nestjs/platform-fastify';
import { DeliveryQuery, DeliveryReport, type Delivery } from '@uitkomst/contracts';
import { canonical, SOURCE_COMMANDS } from '@uitkomst/domain';
import { countedOf, keepReports } from '@uitkomst/processes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actAs, DELIVERING, SignedIn, type Principal } from '../shell/auth/principal.js';
import { OnSource } from '../shell/commands/handle-terms.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Recording, Searches } from '../shell/http/docs.js';
import type { Door } from '../shell/http/door.js';
import { languageOf } from '../shell/http/wanted/language.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { Asks, commandHashOf, commandIdOf, nameFrom, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { todayOf } from '../shell/today.js';
import { readDelivery } from './read-delivery.js';
import { RecordDelivery } from './record-delivery.js';

const TAG: Tag = 'leveringen';
const CSV = 'text/csv';
const DOOR: Door = { consumes: ['application/json', CSV] };
const BODY = {
  'application/json': { $ref: '#/components/schemas/Delivery' },
  [CSV]: { type: 'string' as const, description: 'Een kopregel met veldnamen; deliveryId en system in de query' },
};

/** Leveringen: facts in bulk. Not all or nothing: every row is recorded or refused by itself, and reported. */
@ApiTags(TAG)
@Controller('leveringen')
export class DeliveriesController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(RecordDelivery) private readonly delivery: RecordDelivery,
    @Inject(SERVICES) private readonly services: Pick<Services, 'clock' | 'deliveryReports' | 'seen'>,
  ) {}

  @Post()
  @RouteConfig(DOOR)
  @Recording({
    id: 'deliver',
    summary: 'Lever feiten in bulk',
    answer: DeliveryReport,
    body: BODY,
    located: true,
    status: 202,
  })
  async deliver(
    @Asks() ask: Ask,
    @Query({ schema: DeliveryQuery }) query: DeliveryQuery,
    @Req() { body, headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeliveryReport> {
    actAs(ask.principal, DELIVERING);
    const delivered = readDelivery(body, query, todayOf(this.services.clock));
    const counted = countedOf(
      await this.delivery.record(delivered, { principal: ask.principal, language: languageOf(headers) }),
    );
    const watermark = await this.watermark(delivered, { ask, refused: counted.refused });
    const report = { deliveryId: delivered.deliveryId, sha256: hashOf(body), ...counted, watermark };
    const reportId = nameFrom(ask.commandId, 'delivery');
    const { municipality, orgId: organisation } = ask.principal;
    // Before it is answered: a place that is named holds it.
    keepReports(this.services, { reportId, municipality, organisation, delivered, report });
    void reply.header('Location', `/v1/leveringen/${reportId}`);
    return report;
  }

  @Post('_controleer')
  @RouteConfig(DOOR)
  @Searches({
    id: 'rehearseDelivery',
    summary: 'Kijk wat er met elke regel van een levering zou gebeuren',
    description:
      'Hetzelfde verslag als bij het leveren zelf, zonder iets vast te leggen: RECORDED betekent hier dat de regel zou worden vastgelegd.',
    answer: DeliveryReport,
    body: BODY,
  })
  async rehearse(
    @SignedIn() principal: Principal,
    @Query({ schema: DeliveryQuery }) query: DeliveryQuery,
    @Req() { body, headers }: FastifyRequest,
  ): Promise<DeliveryReport> {
    actAs(principal, DELIVERING);
    const delivered = readDelivery(body, query, todayOf(this.services.clock));
    const counted = countedOf(await this.delivery.rehearse(delivered, { principal, language: languageOf(headers) }));
    const watermark = watermarkOf(delivered, { principal, refused: counted.refused });
    return { deliveryId: delivered.deliveryId, sha256: hashOf(body), ...counted, watermark };
  }

  /** A delivery makes its source complete only when every row of it was taken. */
  private async watermark(
    delivered: Delivery,
    { ask, refused }: { readonly ask: Ask; readonly refused: number },
  ): Promise<DeliveryReport['watermark']> {
    const { principal } = ask;
    const { completeThrough, deliveryId, system } = delivered;
    const due = watermarkOf(delivered, { principal, refused });
    if (completeThrough === undefined || due !== 'RECORDED') return due;
    const watermark = { system, completeThrough };
    // The day is among the names: delivered again through another day, it is another watermark.
    const names = ['watermark', principal.municipality, principal.orgId, system, deliveryId, completeThrough];
    const own: Ask = { principal, commandId: commandIdOf(...names), commandHash: commandHashOf(watermark) };
    try {
      await this.commands.execute(new OnSource(system, { type: 'RecordWatermark', watermark }, own));
      return 'RECORDED';
    } catch (error) {
      if (error instanceof HttpException) return 'WITHHELD'; // The rows are recorded, and whoever delivered is told so.
      throw error;
    }
  }
}

interface Outcome {
  readonly principal: Principal;
  readonly refused: number;
}

/** Whether the source becomes complete by it. */
function watermarkOf({ completeThrough }: Delivery, { principal, refused }: Outcome): DeliveryReport['watermark'] {
  if (completeThrough === undefined) return 'NOT_ASKED';
  const may = principal.roles.some((role) => SOURCE_COMMANDS.RecordWatermark.includes(role));
  return refused > 0 || !may ? 'WITHHELD' : 'RECORDED';
}

/** Of the delivery as it came. */
const hashOf = (body: unknown): string =>
  createHash('sha256')
    .update(typeof body === 'string' ? body : canonical(body))
    .digest('hex');
