import { Controller, Get, Inject, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { BankMessagePage, BankMessageParams, BankMessageReport, ListBankMessages } from '@uitkomst/contracts';
import { BATCH_COMMANDS, type Day } from '@uitkomst/domain';
import {
  BankFileRefused,
  paymentPorts,
  recordBankMessage,
  todayOf,
  type BankFileFault,
  type BankMessage,
} from '@uitkomst/processes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { actAs, readsMoney, SignedIn, type Principal } from '../shell/auth/principal.js';
import { RawBody } from '../shell/http/body.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording } from '../shell/http/docs.js';
import type { Door } from '../shell/http/door.js';
import { pageOf, pagingOf } from '../shell/http/paging.js';
import { invalidField } from '../shell/http/problem.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { Asks, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { bankFileWords } from './bank-file-words.js';

const TAG: Tag = 'betalingen';
const XML = 'application/xml';
const DOOR: Door = { consumes: [XML] };
const BODY = { [XML]: { type: 'string' as const, description: 'pain.002 of camt.053, UTF-8' } };

/** Bankberichten: refused as a whole where they cannot be read, else booked line by line; the same message twice changes nothing. */
@ApiTags(TAG)
@Controller('bankberichten')
export class BankMessagesController {
  constructor(
    @Inject(SERVICES)
    private readonly services: Pick<Services, 'bankMessages' | 'clientFiles' | 'clock' | 'ledger' | 'terms'>,
  ) {}

  @Post()
  @RouteConfig(DOOR)
  @Recording({
    id: 'tellOfBank',
    summary: 'Verwerk een bericht van de bank',
    description: 'Statusrapport (pain.002) of rekeningafschrift (camt.053), als application/xml, hoogstens 50 MB.',
    answer: BankMessageReport,
    body: BODY,
    located: true,
    status: 202,
  })
  async tell(
    @Asks() ask: Ask,
    @Req() { body }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BankMessageReport> {
    const actor = actAs(ask.principal, BATCH_COMMANDS.SettleLine);
    if (!(body instanceof RawBody)) throw refusedFile('NOT_WELL_FORMED');
    const message = await read(body.bytes, todayOf(this.services.clock));
    const { municipality } = ask.principal;
    const reports = await recordBankMessage(message, { municipality, actor, ports: paymentPorts(this.services) });
    const counts: Record<string, number> = {};
    for (const { status } of reports) counts[status] = (counts[status] ?? 0) + 1;
    const lines = reports.filter(({ status, endToEndId }) => status !== 'UNKNOWN' || endToEndId !== undefined);
    const { sha256 } = body;
    const report = { kind: message.kind, messageId: message.messageId, sha256, counts, lines };
    const told = { toldAt: new Date(this.services.clock.now()).toISOString(), toldBy: ask.principal.subject };
    this.services.bankMessages.keep({ municipality, sha256, ...told, report: JSON.stringify(report) });
    void reply.header('Location', `/v1/bankberichten/${sha256}`);
    return report;
  }

  @Get()
  @Reads({ id: 'listBankMessages', summary: 'Verwerkte bankberichten', answer: BankMessagePage })
  list(
    @SignedIn() principal: Principal,
    @Query({ schema: ListBankMessages }) query: z.infer<typeof ListBankMessages>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): BankMessagePage {
    readsMoney(principal);
    const paging = pagingOf(query);
    const { count, messages } = this.services.bankMessages.page(principal.municipality, paging);
    const results = messages.map(({ toldAt, toldBy, report }) => {
      const { lines: _lines, ...summary } = JSON.parse(report) as BankMessageReport;
      return Object.assign(summary, { toldAt, toldBy });
    });
    return pageOf({ count, results }, paging, { request, reply });
  }

  @Get(':sha256')
  @Reads({ id: 'getBankMessage', summary: 'Wat er met elke regel is gebeurd', answer: BankMessageReport })
  get(
    @SignedIn() principal: Principal,
    @Param({ schema: BankMessageParams }) { sha256 }: z.infer<typeof BankMessageParams>,
  ): BankMessageReport {
    readsMoney(principal);
    const told = this.services.bankMessages.one(principal.municipality, sha256);
    if (told === undefined) throw new NotFoundException('Niet gevonden');
    return JSON.parse(told.report) as BankMessageReport;
  }
}

const refusedFile = (code: BankFileFault, place?: string) =>
  invalidField({ in: 'body', pointer: '', code, message: bankFileWords(code, place) });

async function read(bytes: Buffer, today: Day): Promise<BankMessage> {
  const { readBankMessage } = await import('@uitkomst/processes/bank'); // Most processes never hear of a bank: starting doesn't wait for it.
  try {
    return await readBankMessage(bytes, today);
  } catch (error) {
    if (error instanceof BankFileRefused) throw refusedFile(error.fault, error.place);
    throw error;
  }
}
