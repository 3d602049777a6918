import { Controller, Get, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { ClaimParams, ExplainQuery, inBothLanguages, ReadExplanation, type Explanation } from '@uitkomst/contracts';
import { explain, groundsOf, personOf, redetermineOne, subjectOfClaim, textOf, type Explained } from '@uitkomst/domain';
import { usedFacts } from '@uitkomst/ledger';
import { isProviderOf, isStaff, SignedIn, type Principal } from '../../shell/auth/principal.js';
import { findClaim, inFile } from '../../shell/find-claim.js';
import { ApiTags } from '../../shell/http/document/decorators.js';
import { Reads } from '../../shell/http/docs.js';
import type { Tag } from '../../shell/http/document/tags.js';
import { Problem } from '../../shell/http/problem.js';
import { cutOf } from '../../shell/http/two-dates.js';
import type { Services } from '../../shell/open-services.js';
import { SERVICES } from '../../shell/services.js';
import { eachOnce, evidenceIn, type Facts } from './explained-facts.js';
import { knownFile } from '../known-file.js';
import { ownExplanation } from './own-explanation.js';
import { reasonText } from './reason-text.js';

const TAG: Tag = 'verantwoording';

/** Uitleg: every rule's answer to a claim, decided again as of one day and as known on another. */
@ApiTags(TAG)
@Controller('claims/:claimId/uitleg')
export class ExplanationController {
  constructor(
    @Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'clock' | 'ledger' | 'terms'>,
  ) {}

  @Get()
  @Reads({
    id: 'explainClaim',
    summary: 'Waarom deze beoordeling',
    description:
      'Medewerkers en, over zichzelf, de cliënt lezen elke regel; een aanbieder wat hij van de eigen declaratie mag lezen. Andere data dan vandaag zijn voor medewerkers.',
    answer: ReadExplanation,
  })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
    @Query({ schema: ExplainQuery }) query: ExplainQuery,
  ): Promise<ReadExplanation> {
    const { claim } = await findClaim(this.services, principal, claimId);
    const looksBack = query.asOf !== undefined || query.knownAsOf !== undefined;
    if (looksBack && !isStaff(principal)) throw new Problem('geen-toegang');
    return isProviderOf(principal, claim.submission.payload.providerId)
      ? ownExplanation(this.services, principal, claimId)
      : this.whole(principal, claimId, query);
  }

  private async whole(principal: Principal, claimId: string, query: ExplainQuery): Promise<Explanation> {
    const cut = cutOf(query, this.services.clock);
    const { municipality } = principal;
    const { file, terms } = await knownFile(this.services, { municipality, personRef: personOf(claimId) }, cut);
    const { claim } = inFile(file, principal, claimId);
    const under = { terms, today: cut.asOf };
    const determination = redetermineOne(file, claimId, under);
    if (determination === undefined) throw new NotFoundException('Niet gevonden');
    const explained = explain(determination, groundsOf(subjectOfClaim(file, claim, under)));
    const named = new Set(explained.flatMap(({ evidence }) => evidence));
    const decision = isStaff(principal) ? determination : withinFile(determination);
    const facts = await usedFacts(this.services.ledger, { municipality, decision }, named);
    return {
      claimId,
      asOf: textOf(cut.asOf),
      knownAsOf: cut.knownAsOf ?? null,
      outcome: determination.outcome,
      cents: determination.cents,
      decisionHash: determination.decisionHash,
      rules: explained.map((one) => ruleView(one, facts)),
      facts: eachOnce(facts),
      ...episodeOf(determination),
      ...(determination.untilOn !== undefined && { untilOn: determination.untilOn }),
      ...(determination.definition !== undefined && { definition: determination.definition }),
      ...(claim.determination && { recordedDecisionHash: claim.determination.payload.decisionHash }),
    };
  }
}

type Determined = NonNullable<ReturnType<typeof redetermineOne>>;

/** What was agreed outside the file is none of the client's facts. */
const withinFile = (determination: Determined): Determined => ({
  ...determination,
  basis: { ...determination.basis, terms: [] },
});

/** The outflow the claim is about, and what is due for it. */
const episodeOf = ({ episodeOn, maturityOn, tariffCents, shares }: Determined) => ({
  ...(episodeOn !== undefined && { episodeOn }),
  ...(maturityOn !== undefined && { maturityOn }),
  ...(tariffCents !== undefined && { tariffCents }),
  ...(shares !== undefined && { shares }),
});

function ruleView(explained: Explained, facts: Facts): Explanation['rules'][number] {
  const { rule, statement, source, result, code, untilOn, evidence, data } = explained;
  return {
    rule,
    result,
    statement: inBothLanguages((language) => statement[language]),
    source,
    evidence: evidenceIn(facts, evidence),
    ...(code !== undefined && { code, text: reasonText(code, data) }),
    ...(untilOn !== undefined && { untilOn }),
  };
}
