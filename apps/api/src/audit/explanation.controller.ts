import { Controller, Get, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { ClaimParams, Explanation, ExplainQuery, inBothLanguages } from '@uitkomst/contracts';
import {
  explain,
  groundsOf,
  personOf,
  redetermineOne,
  subjectOfClaim,
  textOf,
  type Explained,
  type UsedFact,
} from '@uitkomst/domain';
import { usedFacts } from '@uitkomst/ledger';
import { onlyStaff, SignedIn, type Principal } from '../shell/auth/principal.js';
import { inFile } from '../shell/find-claim.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import type { Tag } from '../shell/http/document/tags.js';
import { cutOf } from '../shell/http/two-dates.js';
import type { Services } from '../shell/open-services.js';
import { SERVICES } from '../shell/services.js';
import { knownFile } from './known-file.js';
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
  @Reads({ id: 'explainClaim', summary: 'Waarom deze beoordeling', answer: Explanation })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
    @Query({ schema: ExplainQuery }) query: ExplainQuery,
  ): Promise<Explanation> {
    onlyStaff(principal);
    const cut = cutOf(query, this.services.clock);
    const { municipality } = principal;
    const { file, terms } = await knownFile(this.services, { municipality, personRef: personOf(claimId) }, cut);
    const { claim } = inFile(file, principal, claimId);
    const under = { terms, today: cut.asOf };
    const determination = redetermineOne(file, claimId, under);
    if (determination === undefined) throw new NotFoundException('Niet gevonden');
    const explained = explain(determination, groundsOf(subjectOfClaim(file, claim, under)));
    const named = new Set(explained.flatMap(({ evidence }) => evidence));
    const facts = await usedFacts(this.services.ledger, { municipality, decision: determination }, named);
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

/** The outflow the claim is about, and what is due for it. */
const episodeOf = ({ episodeOn, maturityOn, tariffCents, shares }: Determined) => ({
  ...(episodeOn !== undefined && { episodeOn }),
  ...(maturityOn !== undefined && { maturityOn }),
  ...(tariffCents !== undefined && { tariffCents }),
  ...(shares !== undefined && { shares }),
});

type Facts = ReadonlyMap<string, UsedFact>;

/** Several pieces may have come with one event. */
const eachOnce = (facts: Facts): UsedFact[] => [
  ...new Map([...facts.values()].map((fact) => [fact.eventId, fact])).values(),
];

function ruleView(explained: Explained, facts: Facts): Explanation['rules'][number] {
  const { rule, statement, source, result, code, untilOn, evidence, data } = explained;
  return {
    rule,
    result,
    statement: inBothLanguages((language) => statement[language]),
    source,
    evidence: [...new Set(evidence.map((id) => facts.get(id)?.eventId ?? id))],
    ...(code !== undefined && { code, text: reasonText(code, data) }),
    ...(untilOn !== undefined && { untilOn }),
  };
}
