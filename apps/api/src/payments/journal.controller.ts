import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { JournalQuery } from '@uitkomst/contracts';
import { JOURNAL, type JournalLine } from '@uitkomst/projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readsMoney, SignedIn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Downloads } from '../shell/http/docs.js';
import type { Tag } from '../shell/http/document/tags.js';
import { lookAt, type Looked, type LookingServices } from '../shell/http/looking-back.js';
import type { Services } from '../shell/open-services.js';
import { SERVICES } from '../shell/services.js';
import { csvFile } from '../shell/http/tables/csv-file.js';
import { CSV, JSON_TYPE, wantsCsv } from '../shell/http/tables/table-types.js';

const TAG: Tag = 'betalingen';
const WAIT_MS = 5000;
const COLUMNS = [
  'entryId',
  'bookingYear',
  'bookedOn',
  'ledgerAccount',
  'kind',
  'claimId',
  'providerId',
  'contractId',
  'batchId',
  'cents',
  'vatCents',
] as const satisfies readonly (keyof JournalLine)[];

/** Journaalposten: what finance books, a year at a time; it adds up to the cent. */
@ApiTags(TAG)
@Controller('journaalposten')
export class JournalController {
  constructor(
    @Inject(SERVICES)
    private readonly services: LookingServices & Pick<Services, 'projecting'>,
  ) {}

  @Get()
  @Downloads({
    id: 'listJournal',
    summary: 'Journaalposten van een boekjaar',
    description:
      'Opdrachten, betalingen, retouren, terugvorderingen en afboekingen, in hele centen en met teken; als CSV (puntkomma) of JSON.',
    produces: [JSON_TYPE, CSV],
    json: 'Journal',
  })
  async list(
    @SignedIn() principal: Principal,
    @Query({ schema: JournalQuery }) { bookingYear, ...asked }: JournalQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    readsMoney(principal);
    const { ledger, projecting } = this.services;
    const { reads, dates } = await lookAt(this.services, principal, asked);
    await projecting.waitUntil(await ledger.head(), WAIT_MS);
    const lines = await reads.select(JOURNAL, {
      where: [
        { column: 'municipality', is: '=', value: principal.municipality },
        { column: 'bookingYear', is: '=', value: bookingYear },
      ],
      orderBy: [{ column: 'bookedOn' }, { column: 'entryId' }],
    });
    if (wantsCsv(request)) {
      void reply.type(`${CSV}; charset=utf-8`);
      void reply.header('Content-Disposition', `attachment; filename="${nameOf(bookingYear, dates)}.csv"`);
      return await csvFile(lines, COLUMNS);
    }
    void reply.type(`${JSON_TYPE}; charset=utf-8`);
    return Buffer.from(JSON.stringify({ ...dates, results: lines.map(({ municipality: _town, ...line }) => line) }));
  }
}

/** A file says by its name which past it is of. */
const nameOf = (bookingYear: number, { asOf, knownAsOf }: Looked['dates']): string =>
  ['journaal', bookingYear, ...(asOf === undefined ? [] : ['op', asOf, 'bekend', knownAsOf?.slice(0, 10)])].join('-');
