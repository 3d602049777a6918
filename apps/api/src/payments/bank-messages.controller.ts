import { Controller, Inject, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { BankMessageReport } from '@uitkomst/contracts';
import { BATCH_COMMANDS } from '@uitkomst/domain';
import { BankFileRefused, paymentPorts, recordBankMessage, type BankMessage } from '@uitkomst/processes';
import type { FastifyRequest } from 'fastify';
import { actAs } from '../shell/auth/principal.js';
import { RawBody } from '../shell/http/body.js';
import { ApiBody, ApiConsumes, ApiTags } from '../shell/http/document/decorators.js';
import { Recording } from '../shell/http/docs.js';
import type { Door } from '../shell/http/door.js';
import { invalidInput } from '../shell/http/schema-pipe.js';
import type { Tag } from '../shell/http/tags.js';
import type { Services } from '../shell/open-services.js';
import { Asks, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';

const TAG: Tag = 'betalingen';
const XML = 'application/xml';
const DOOR: Door = { consumes: [XML] };
const BODY = { required: true, schema: { type: 'string' as const, description: 'pain.002 of camt.053, UTF-8' } };

/** Bankberichten: refused as a whole where they cannot be read, else booked line by line; the same message twice changes nothing. */
@ApiTags(TAG)
@Controller('bankberichten')
export class BankMessagesController {
  constructor(
    @Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'clock' | 'ledger' | 'terms'>,
  ) {}

  @Post()
  @RouteConfig(DOOR)
  @ApiConsumes(XML)
  @ApiBody(BODY)
  @Recording({
    id: 'tellOfBank',
    summary: 'Verwerk een bericht van de bank',
    description: 'Statusrapport (pain.002) of rekeningafschrift (camt.053), als application/xml, hoogstens 50 MB.',
    answer: BankMessageReport,
    status: 202,
  })
  async tell(@Asks() ask: Ask, @Req() { body }: FastifyRequest): Promise<BankMessageReport> {
    const actor = actAs(ask.principal, BATCH_COMMANDS.SettleLine);
    if (!(body instanceof RawBody)) throw invalidInput([wrong('NOT_WELL_FORMED', 'Is application/xml')]);
    const message = await read(body.bytes);
    const { municipality } = ask.principal;
    const reports = await recordBankMessage(message, { municipality, actor, ports: paymentPorts(this.services) });
    const counts: Record<string, number> = {};
    for (const { status } of reports) counts[status] = (counts[status] ?? 0) + 1;
    const lines = reports.filter(({ status, endToEndId }) => status !== 'UNKNOWN' || endToEndId !== undefined);
    return { kind: message.kind, messageId: message.messageId, sha256: body.sha256, counts, lines };
  }
}

const wrong = (code: string, message: string) => ({ in: 'body', pointer: '', code, message }) as const;

async function read(bytes: Buffer): Promise<BankMessage> {
  const { readBankMessage } = await import('@uitkomst/processes/bank'); // Most processes never hear of a bank: starting doesn't wait for it.
  try {
    return await readBankMessage(bytes);
  } catch (error) {
    if (error instanceof BankFileRefused) throw invalidInput([wrong(error.fault, error.message)]);
    throw error;
  }
}
