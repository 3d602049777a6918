import { Controller, Get, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { ClaimParams, Explanation, ExplainQuery } from '@uitkomst/contracts';
import {
  explain,
  personOf,
  redetermineOne,
  textOf,
  type ClientFile,
  type Explained,
  type Terms,
} from '@uitkomst/domain';
import type { Position } from '@uitkomst/ledger';
import { onlyStaff, SignedIn, type Principal } from '../shell/auth/principal.js';
import { inFile } from '../shell/find-claim.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import type { Tag } from '../shell/http/tags.js';
import { cutOf, type Cut } from '../shell/http/two-dates.js';
import type { Services } from '../shell/open-services.js';
import { SERVICES } from '../shell/services.js';
import { bilingual, reasonText } from './reason-text.js';
import { termsKnownAt } from '../shell/terms-known-at.js';

const TAG: Tag = 'verantwoording';

interface Known {
  readonly file: ClientFile;
  readonly terms: Terms;
}

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
    const { file, terms } = await this.known(principal.municipality, claimId, cut);
    const { claim } = inFile(file, principal, claimId);
    const determination = redetermineOne(file, claimId, { terms, today: cut.asOf });
    if (determination === undefined) throw new NotFoundException('Niet gevonden');
    const rules = explain(determination).map(ruleView);
    return {
      claimId,
      asOf: textOf(cut.asOf),
      knownAsOf: cut.knownAsOf ?? null,
      outcome: determination.outcome,
      cents: determination.cents,
      decisionHash: determination.decisionHash,
      rules,
      ...(determination.untilOn !== undefined && { untilOn: determination.untilOn }),
      ...(determination.definition !== undefined && { definition: determination.definition }),
      ...(claim.determination && { recordedDecisionHash: claim.determination.payload.decisionHash }),
    };
  }

  private async known(municipality: string, claimId: string, { knownAsOf }: Cut): Promise<Known> {
    const { clientFiles, ledger, terms } = this.services;
    const personRef = personOf(claimId);
    if (knownAsOf === undefined) {
      const { state } = await clientFiles.read(municipality, personRef);
      return { file: state, terms: await terms.refresh(municipality) };
    }
    const position: Position = await clientFiles.resolveKnownAsOf(knownAsOf);
    const { state, revision } = await clientFiles.readAt(municipality, personRef, { position });
    if (revision < 0) throw new NotFoundException('Niet gevonden');
    const streams = [...terms.current(municipality).revisions.keys()];
    return { file: state, terms: await termsKnownAt(ledger, { municipality, streams, position }) };
  }
}

function ruleView(explained: Explained): Explanation['rules'][number] {
  const { rule, statement, source, result, code, untilOn, evidence, data } = explained;
  return {
    rule,
    result,
    statement: bilingual(statement),
    source,
    evidence: [...evidence],
    ...(code !== undefined && { code, text: reasonText(code, data) }),
    ...(untilOn !== undefined && { untilOn }),
  };
}
