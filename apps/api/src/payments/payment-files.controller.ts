import { createHash } from 'node:crypto';
import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Res } from '@nestjs/common';
import { BatchParams, ExportBatch, PaymentFileMade } from '@uitkomst/contracts';
import { controlSumOf, goesToBank } from '@uitkomst/domain';
import { exportBatch, paymentPorts, readBatch } from '@uitkomst/processes';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { actAs, readsPaymentFile, SignedIn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Downloads, Recording } from '../shell/http/docs.js';
import { Problem } from '../shell/http/problem.js';
import { refused } from '../shell/http/refusals.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { Asks, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';

const TAG: Tag = 'betalingen';
const XML = 'application/xml';
type Needs = Pick<
  Services,
  'bankVault' | 'clientFiles' | 'clock' | 'ledger' | 'projecting' | 'reads' | 'settings' | 'terms'
>;

/** Het betaalbestand (pain.001.001.09): made once, kept, and given again byte for byte. */
@ApiTags(TAG)
@Controller('betaalbatches/:batchId/betaalbestand')
export class PaymentFilesController {
  constructor(@Inject(SERVICES) private readonly services: Needs) {}

  @Post()
  @Recording({
    id: 'exportBatch',
    summary: 'Maak het betaalbestand van een vrijgegeven betaalbatch',
    description:
      'Elke regel wordt vlak ervoor opnieuw getoetst; wat niet meer klopt, vervalt. Nogmaals gevraagd is het hetzelfde bestand.',
    answer: PaymentFileMade,
  })
  async make(
    @Asks() ask: Ask,
    @Param({ schema: BatchParams }) { batchId }: BatchParams,
    @Body({ schema: ExportBatch }) _body: z.infer<typeof ExportBatch>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PaymentFileMade> {
    const { municipality, subject } = ask.principal;
    actAs(ask.principal, ['OFFICER', 'FINANCE']); // The system exports; one of these asks it to.
    const { debtor } = this.services.settings;
    if (debtor === undefined) throw new Problem('onjuiste-status', { detail: NO_DEBTOR });
    const exporting = { ...this.services, ports: paymentPorts(this.services), debtor };
    const made = await exportBatch(exporting, { municipality, batchId, requestedBy: subject });
    if ('refusal' in made) throw refused(made.refusal, { isProvider: false });
    const { exported, lines } = made.batch;
    if (exported === undefined) throw new Error('A batch was exported without saying so');
    void reply.header('Location', `/v1/betaalbatches/${batchId}/betaalbestand`);
    return {
      batchId,
      messageId: exported.messageId,
      sha256: exported.fileHash,
      exportedOn: exported.exportedOn,
      lines: lines.filter(goesToBank).length,
      controlSumCents: controlSumOf(lines),
    };
  }

  @Get()
  @Downloads({
    id: 'getPaymentFile',
    summary: 'Het betaalbestand, zoals het voor de bank is gemaakt',
    description: 'Altijd dezelfde bytes; Repr-Digest noemt de SHA-256.',
    produces: [XML],
  })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: BatchParams }) { batchId }: BatchParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    readsPaymentFile(principal);
    const { exported } = await readBatch(this.services.ledger, principal.municipality, batchId);
    const file = exported && this.services.bankVault.file(exported.fileHash);
    if (exported === undefined || file === undefined) throw new NotFoundException('Niet gevonden');
    void reply
      .type(XML)
      .header('Content-Disposition', `attachment; filename="${exported.messageId}.xml"`)
      .header('Repr-Digest', `sha-256=:${createHash('sha256').update(file).digest('base64')}:`);
    return file;
  }
}

const NO_DEBTOR = {
  nl: 'De rekening van de gemeente is niet ingesteld (DEBTOR_NAME, DEBTOR_IBAN).',
  en: 'The account of the municipality is not set (DEBTOR_NAME, DEBTOR_IBAN).',
};
