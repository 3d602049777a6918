import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ClaimParams, ExplainQuery, inBothLanguages, NeededChanges } from '@uitkomst/contracts';
import {
  changeWords,
  counterfactual,
  personOf,
  subjectOfClaim,
  textOf,
  whatWouldAnswer,
  type ClaimRecord,
  type Counterfactual,
  type NeededChange,
} from '@uitkomst/domain';
import { clientStream } from '@uitkomst/ledger';
import { readClientFile } from '@uitkomst/projections';
import { isProviderOf, SignedIn, type Principal } from '../shell/auth/principal.js';
import { ownClaim, staffReasons } from '../shell/claim-view.js';
import { findClaim, inFile } from '../shell/find-claim.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import type { Tag } from '../shell/http/document/tags.js';
import { cutOf, type Cut } from '../shell/http/two-dates.js';
import type { Services } from '../shell/open-services.js';
import { SERVICES } from '../shell/services.js';
import { knownFile } from './known-file.js';

const TAG: Tag = 'verantwoording';

/** Tegenfeiten: what would have to happen, or be shown, before a claim is eligible, and whose it is to do. Never a fact to be bent (leap L3). */
@ApiTags(TAG)
@Controller('claims/:claimId/tegenfeiten')
export class CounterfactualController {
  constructor(
    @Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'clock' | 'ledger' | 'terms'>,
  ) {}

  @Get()
  @Reads({
    id: 'readCounterfactual',
    summary: 'Wat er nog zou moeten gebeuren',
    description:
      'Alleen wat nog kan komen of nog kan worden aangetoond. Een aanbieder leest wat de redenen zou beantwoorden die hij te zien kreeg; andere data dan vandaag zijn voor medewerkers.',
    answer: NeededChanges,
  })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
    @Query({ schema: ExplainQuery }) query: ExplainQuery,
  ): Promise<NeededChanges> {
    const { claim } = await findClaim(this.services, principal, claimId);
    if (isProviderOf(principal, claim.submission.payload.providerId)) return this.forProvider(principal, claim);
    const cut = cutOf(query, this.services.clock);
    const { municipality } = principal;
    const known = await knownFile(this.services, { municipality, personRef: personOf(claimId) }, cut);
    const { file, claim: then } = inFile(known.file, principal, claimId);
    const found = counterfactual(subjectOfClaim(file, then, { terms: known.terms, today: cut.asOf }));
    const { outcome, eligibleOn, cents, changes, left } = found;
    return {
      claimId,
      ...datesOf(cut),
      outcome,
      ...(eligibleOn !== undefined && { eligibleOn }),
      ...(cents !== undefined && { cents }),
      changes: changes.map(changeView),
      standing: left === undefined ? [] : standingIn(left),
    };
  }

  /** From the reasons it was told alone, whatever the file holds. */
  private async forProvider({ municipality }: Principal, { claimId }: ClaimRecord): Promise<NeededChanges> {
    const cut = cutOf({}, this.services.clock);
    const read = await readClientFile(this.services.ledger, clientStream(municipality, personOf(claimId)));
    const claim = read.file.claims.get(claimId);
    if (claim === undefined) throw new Error(`Claim ${claimId} is gone from its file`);
    const { outcome, reasons, untilOn } = ownClaim(read, claim);
    const terms = await this.services.terms.refresh(municipality);
    const told = reasons.map(({ code, kind }) => ({ code, open: kind === 'OPEN' }));
    const answers = whatWouldAnswer(subjectOfClaim(read.file, claim, { terms, today: cut.asOf }), told);
    const changes = [...answers, ...waiting(told, untilOn)];
    const answered = new Set(changes.map(({ code }) => code));
    return {
      claimId,
      ...datesOf(cut),
      ...(outcome !== undefined && { outcome }),
      changes: changes.map(changeView),
      standing: reasons
        .filter(({ code, kind }) => kind !== 'INFO' && !answered.has(code))
        .map(({ code, text }) => ({ code, text })),
    };
  }
}

const datesOf = ({ asOf, knownAsOf }: Cut) => ({ asOf: textOf(asOf), knownAsOf: knownAsOf ?? null });

/** Where it was told a day to wait for, time itself. */
const waiting = (told: readonly { readonly code: string }[], untilOn: string | undefined): readonly NeededChange[] =>
  told.some(({ code }) => code === 'NOT_YET_MATURE') && untilOn !== undefined
    ? [{ code: 'NOT_YET_MATURE', change: 'Time', by: ['TIME'], earliestOn: untilOn }]
    : [];

const changeView = ({ code, change, by, earliestOn }: NeededChange): NeededChanges['changes'][number] => ({
  code,
  change,
  text: inBothLanguages((language) => changeWords(change, language)),
  by: [...by],
  earliestOn,
});

/** Reasons with their days and amounts, as staff read them everywhere. */
const standingIn = (left: NonNullable<Counterfactual['left']>): NeededChanges['standing'] =>
  staffReasons(left)
    .filter(({ kind }) => kind !== 'INFO')
    .map(({ code, text }) => ({ code, text }));
