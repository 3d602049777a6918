import { Inject, Injectable } from '@nestjs/common';
import { contractOf, personOf, standingOf, vatToOrderCents, type OfferedLine } from '@uitkomst/domain';
import { openBatchOf } from '@uitkomst/projections';
import { todayOf } from '../shell/today.js';
import type { Services } from '../shell/open-services.js';
import { SERVICES } from '../shell/services.js';

const WAIT_MS = 5000;

/** The claims offered for a batch, as their files stand. */
@Injectable()
export class OfferLines {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(SERVICES)
    private readonly services: Pick<Services, 'clientFiles' | 'clock' | 'ledger' | 'projecting' | 'reads' | 'terms'>,
  ) {}

  /** One batch after the other, so that the next sees in which batch a claim stands. An order still happens once whatever happens here. */
  one<T>(
    municipality: string,
    claimIds: readonly string[],
    prepare: (lines: readonly OfferedLine[]) => Promise<T>,
  ): Promise<T> {
    const mine = this.turn.then(async () => prepare(await this.offered(municipality, claimIds)));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async offered(municipality: string, claimIds: readonly string[]): Promise<readonly OfferedLine[]> {
    const { ledger, projecting, reads } = this.services;
    await projecting.waitUntil(await ledger.head(), WAIT_MS);
    const elsewhere = await openBatchOf(reads, municipality, claimIds);
    const lines: OfferedLine[] = [];
    for (const claimId of claimIds) lines.push(await this.lineOf(municipality, claimId, elsewhere.get(claimId)));
    return lines;
  }

  private async lineOf(municipality: string, claimId: string, inOtherBatch: string | undefined): Promise<OfferedLine> {
    const { clientFiles, clock, terms } = this.services;
    const { state: file } = await clientFiles.read(municipality, personOf(claimId));
    const claim = file.claims.get(claimId);
    if (claim === undefined) return { claimId, toPayCents: 0, determinationId: '', decisionHash: '' };
    const asking = { today: todayOf(clock), terms: terms.current(municipality) };
    const { state, toPayCents } = standingOf(file, claim, { today: asking.today });
    const { providerId } = claim.submission.payload;
    const contractId = contractOf(file, claim.submission.payload);
    return {
      claimId,
      state,
      toPayCents,
      determinationId: claim.determination?.id ?? '',
      decisionHash: claim.determination?.payload.decisionHash ?? '',
      providerId,
      ...(contractId !== undefined && { contractId }),
      vatCents: vatToOrderCents(file, claim, asking),
      mismatched: file.mismatches.some((one) => one.claimId === claimId),
      attempt: file.payments.filter((order) => order.claimId === claimId).length + 1,
      ...(inOtherBatch !== undefined && { inOtherBatch }),
    };
  }
}
