import { Controller, Get, Inject, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import {
  DeliveryParams,
  KeptDelivery,
  KeptDeliveryPage,
  ListDeliveries,
  ListRows,
  RowReportPage,
  type RowReport,
} from '@uitkomst/contracts';
import type { DeliveryReported, DeliverySummary } from '@uitkomst/ledger';
import { holds } from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readsDeliveriesOf, SignedIn, type Principal } from '../../shell/auth/principal.js';
import { ApiTags } from '../../shell/http/document/decorators.js';
import type { Tag } from '../../shell/http/document/tags.js';
import { Reads } from '../../shell/http/docs.js';
import { pageOf, pagingOf, partOf } from '../../shell/http/paging.js';
import type { Services } from '../../shell/open-services.js';
import { SERVICES } from '../../shell/services.js';

const TAG: Tag = 'leveringen';

/** Verslagen van leveringen: what became of each row, for who delivered or works with the feed that did, and for the auditor. */
@ApiTags(TAG)
@Controller('leveringen')
export class DeliveryReportsController {
  constructor(@Inject(SERVICES) private readonly services: Pick<Services, 'deliveryReports' | 'ledger'>) {}

  @Get()
  @Reads({
    id: 'listDeliveries',
    summary: 'Leveringen, de laatste eerst',
    description:
      'Van de eigen organisatie, en de berichten van de bronnen waarmee deze rol werkt; een auditor leest ze alle. Een verslag wordt 400 dagen bewaard.',
    answer: KeptDeliveryPage,
  })
  async list(
    @SignedIn() principal: Principal,
    @Query({ schema: ListDeliveries }) query: ListDeliveries,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<KeptDeliveryPage> {
    const paging = pagingOf(query);
    const { municipality } = principal;
    const organisations = readsDeliveriesOf(principal);
    const asked = { municipality, organisations, deliveryId: query.deliveryId, ...paging };
    const { count, reports } = this.services.deliveryReports.page(asked);
    const results: KeptDelivery[] = [];
    for (const report of reports)
      if (await this.stillSo(report)) results.push(JSON.parse(report.summary) as KeptDelivery);
    const gone = reports.length - results.length;
    return pageOf({ count: count - gone, results }, paging, { request, reply });
  }

  @Get(':reportId')
  @Reads({ id: 'getDelivery', summary: 'Wat er van een levering is geworden', answer: KeptDelivery })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: DeliveryParams }) { reportId }: DeliveryParams,
  ): Promise<KeptDelivery> {
    return JSON.parse((await this.read(principal, reportId)).summary) as KeptDelivery;
  }

  @Get(':reportId/regels')
  @Reads({
    id: 'listDeliveredRows',
    summary: 'Wat er van elke regel van een levering is geworden',
    description:
      'Zoals het bij het leveren is geantwoord, zonder iets van de inhoud te herhalen: een onbekend veld staat er zonder zijn naam.',
    answer: RowReportPage,
  })
  async rows(
    @SignedIn() principal: Principal,
    @Param({ schema: DeliveryParams }) { reportId }: DeliveryParams,
    @Query({ schema: ListRows }) query: ListRows,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RowReportPage> {
    const paging = pagingOf(query);
    const { rows } = await this.read(principal, reportId);
    const asked = (JSON.parse(rows) as RowReport[]).filter(
      ({ status }) => query.status === undefined || status === query.status,
    );
    return pageOf(partOf(asked, paging), paging, { request, reply });
  }

  private async read(principal: Principal, reportId: string): Promise<DeliveryReported> {
    const whose = readsDeliveriesOf(principal);
    const report = this.services.deliveryReports.one(principal.municipality, reportId);
    const theirs = report !== undefined && (whose === undefined || whose.includes(report.organisation));
    if (!theirs || !(await this.stillSo(report))) throw new NotFoundException('Niet gevonden');
    return report;
  }

  /** Beside a ledger that was put back from an earlier backup nothing is told of rows that it lacks. */
  private async stillSo({ restsOn }: DeliverySummary): Promise<boolean> {
    return restsOn === undefined || holds(this.services.ledger, restsOn);
  }
}
