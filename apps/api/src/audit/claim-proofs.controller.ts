import { createHmac } from 'node:crypto';
import { Controller, Get, Inject, NotFoundException, Param } from '@nestjs/common';
import { ClaimParams, ClaimProof } from '@uitkomst/contracts';
import { amsterdamDay, personOf, textOf, type ClaimRecord } from '@uitkomst/domain';
import { clientStream, type RecordedEvent } from '@uitkomst/ledger';
import { noteText, otherClaimText } from '@uitkomst/ledger/verify';
import { isStaff, SignedIn, type Principal } from '../shell/auth/principal.js';
import { findClaim } from '../shell/find-claim.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { inclusionOf } from '../shell/proofs/inclusion.js';
import { SERVICES } from '../shell/services.js';
import { determinationsOf, type RecordedDetermination } from './determinations.js';

const TAG: Tag = 'verantwoording';
const PAID_BEFORE = { rule: 'R35', code: 'OUTFLOW_ALREADY_PAID' } as const;

type Needs = Pick<Services, 'clientFiles' | 'clock' | 'ledger' | 'sealer' | 'sealKeys'>;

/** Bewijs bij een declaratie: that it was submitted, and where it was rejected because another was paid, that one was. */
@ApiTags(TAG)
@Controller('claims/:claimId/bewijs')
export class ClaimProofsController {
  constructor(@Inject(SERVICES) private readonly services: Needs) {}

  @Get()
  @Reads({ id: 'getClaimProof', summary: 'Bewijs bij een declaratie', answer: ClaimProof })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
  ): Promise<ClaimProof> {
    const { claim } = await findClaim(this.services, principal, claimId);
    const events = await this.eventsOf(principal, claimId);
    const submission = events.get(claim.submission.id);
    if (submission === undefined) throw new NotFoundException('Niet gevonden');
    const { id: eventId, type, recordedAt } = submission;
    const inclusion = await inclusionOf(this.services.sealer, submission);
    const paid = events.get((await this.toldThatPaid(principal, claim)) ?? '');
    return {
      submission: { eventId, type, recordedAt, inclusion },
      ...(paid !== undefined && { other: await this.other(claim, paid) }),
    };
  }

  private async eventsOf(principal: Principal, claimId: string): Promise<ReadonlyMap<string, RecordedEvent>> {
    const events = new Map<string, RecordedEvent>();
    const stream = clientStream(principal.municipality, personOf(claimId));
    for await (const event of this.services.ledger.readStream(stream)) events.set(event.id, event);
    return events;
  }

  /** The payment on another claim, once the provider was told that this outflow is not credited to it. */
  private async toldThatPaid(principal: Principal, claim: ClaimRecord): Promise<string | undefined> {
    const all = await determinationsOf(this.services.ledger, principal.municipality, claim.claimId);
    const told = new Set(claim.notices.map(({ payload }) => payload.subjectEventId));
    const known = isStaff(principal) ? all : all.filter(({ id }) => told.has(id));
    return known.at(-1) === undefined ? undefined : groundOf(known.at(-1));
  }

  private async other(claim: ClaimRecord, paid: RecordedEvent): Promise<ClaimProof['other']> {
    const { sealKeys, sealer } = this.services;
    const { milestone } = claim.submission.payload;
    const outflow = claim.determination?.payload.episodeOn ?? '';
    const tag = createHmac('sha256', sealKeys.tags)
      .update(`${personOf(claim.claimId)}|${outflow}|${milestone}`)
      .digest('hex');
    const recordedOn = textOf(amsterdamDay(paid.recordedAt));
    const origin = sealKeys.signing.verifier.name;
    const text = otherClaimText({ origin, tag, leafHash: paid.leafHash, recordedOn });
    const statement = noteText({ text, signatures: [await sealKeys.signing.signAside(text)] });
    return { tag, recordedOn, inclusion: await inclusionOf(sealer, paid), statement };
  }
}

/** The payment that a determination rejects for; its rule names the event. */
function groundOf(determination: RecordedDetermination | undefined): string | undefined {
  const { rules = [] } = determination?.payload ?? {};
  const failed = rules.find(
    ({ rule, result, code }) => rule === PAID_BEFORE.rule && result === 'FAIL' && code === PAID_BEFORE.code,
  );
  return failed?.evidence?.[0];
}
