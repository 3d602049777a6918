import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { RemittanceParams, type Remittance, type RemittanceLine } from '@uitkomst/contracts';
import { netCentsOf, offsetCentsOf, personOf, reachesProvider, remittedCents, type BatchLine } from '@uitkomst/domain';
import { readBatch } from '@uitkomst/processes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readsMoney, SignedIn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Downloads } from '../shell/http/docs.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { SERVICES } from '../shell/services.js';
import { csvFile } from '../shell/http/tables/csv-file.js';
import { CSV, JSON_TYPE, wantsCsv } from '../shell/http/tables/table-types.js';

const TAG: Tag = 'betalingen';

const COLUMNS = [
  'claimId',
  'providerReference',
  'endToEndId',
  'cents',
  'vatCents',
  'offsetCents',
  'clawbackIds',
  'netCents',
] as const satisfies readonly (keyof RemittanceLine)[];

/** Betaalspecificaties: for the provider itself and for who pays and checks; nothing of another provider is in them. */
@ApiTags(TAG)
@Controller('betaalbatches/:batchId/specificaties/:providerId')
export class RemittancesController {
  constructor(@Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'ledger'>) {}

  @Get()
  @Downloads({
    id: 'getRemittance',
    summary: 'Betaalspecificatie van een aanbieder in een betaalbatch',
    description: 'Van een uitgevoerde batch, als CSV (puntkomma) of JSON.',
    produces: [JSON_TYPE, CSV],
    json: 'Remittance',
  })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: RemittanceParams }) { batchId, providerId }: RemittanceParams,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const own = principal.roles.includes('PROVIDER') && principal.orgId === providerId;
    if (!own && principal.roles.includes('PROVIDER')) throw new NotFoundException('Niet gevonden');
    if (!own) readsMoney(principal);
    const { municipality } = principal;
    const { exported, lines } = await readBatch(this.services.ledger, municipality, batchId);
    const theirs = lines.filter((line) => reachesProvider(line) && line.providerId === providerId);
    if (exported === undefined || theirs.length === 0) throw new NotFoundException('Niet gevonden');
    const rows: RemittanceLine[] = [];
    for (const line of theirs) rows.push(await this.row(municipality, line));
    if (wantsCsv(request)) {
      void reply.type(`${CSV}; charset=utf-8`);
      void reply.header('Content-Disposition', `attachment; filename="${batchId}-${providerId}.csv"`);
      return await csvFile(rows, COLUMNS);
    }
    void reply.type(`${JSON_TYPE}; charset=utf-8`);
    const { exportedOn } = exported;
    const told: Remittance = { batchId, providerId, exportedOn, ...remittedCents(rows), lines: rows };
    return Buffer.from(JSON.stringify(told));
  }

  private async row(municipality: string, line: BatchLine): Promise<RemittanceLine> {
    const { claimId, endToEndId, cents, vatCents = 0, offsets, state } = line;
    const { state: file } = await this.services.clientFiles.read(municipality, personOf(claimId));
    return {
      claimId,
      providerReference: file.claims.get(claimId)?.submission.payload.providerReference ?? '',
      endToEndId,
      cents,
      vatCents,
      offsetCents: offsetCentsOf(line),
      clawbackIds: offsets.map(({ clawbackId }) => clawbackId).join(' '),
      netCents: netCentsOf(line),
      state: state === 'SETTLED' ? 'SETTLED' : 'ORDERED',
    };
  }
}
