import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DeskDifferences, DeskDifferencesQuery } from '@uitkomst/contracts';
import { textOf } from '@uitkomst/domain';
import { clientStream } from '@uitkomst/ledger';
import { compareDesks, eventsBehind, type DeskClaim, type DeskFigures } from '@uitkomst/projections';
import { readsDesk, SignedIn, type Principal } from '../../shell/auth/principal.js';
import { stateText } from '../../shell/claim-view.js';
import { ApiTags } from '../../shell/http/document/decorators.js';
import { Reads } from '../../shell/http/docs.js';
import { tooEarly } from './too-early.js';
import type { Tag } from '../../shell/http/document/tags.js';
import { lookBack, type LookedBack, type LookingServices } from '../../shell/http/looking-back.js';
import { SERVICES } from '../../shell/services.js';

const TAG: Tag = 'verantwoording';
/** So many are named in one answer; the figures are of all. */
const NAMED_MAX = 500;

/** Verschil tussen twee standen van de werkvoorraad: what came, went or stands otherwise, and the events behind it. */
@ApiTags(TAG)
@Controller('werkvoorraad/verschillen')
export class DeskDifferencesController {
  constructor(@Inject(SERVICES) private readonly services: LookingServices) {}

  @Get()
  @Reads({
    id: 'compareDesks',
    summary: 'Verschil tussen twee standen van de werkvoorraad',
    description:
      'Welke declaraties erbij kwamen, verdwenen of van status of bedrag veranderden tussen twee standen, elk op een peildatum en met wat op een kennisdatum bekend was, en welke gebeurtenissen daarachter zitten.',
    answer: DeskDifferences,
  })
  async list(
    @SignedIn() principal: Principal,
    @Query({ schema: DeskDifferencesQuery }) query: DeskDifferencesQuery,
  ): Promise<DeskDifferences> {
    readsDesk(principal);
    const { municipality } = principal;
    const first = await lookBack(this.services, principal, query);
    const asked = { asOf: query.asOf2, knownAsOf: query.knownAsOf2, mark: '2' };
    const second = await lookBack(this.services, principal, asked);
    if (second.position < first.position) throw tooEarly('/knownAsOf2');
    const stores = [first.past.reads, second.past.reads] as const;
    const compared = await compareDesks(stores, { municipality, max: NAMED_MAX });
    const between = { before: first.position, after: second.position };
    const results: DeskDifferences['results'] = [];
    for (const { change, before, after } of compared.differences) {
      const { claimId = '', personRef = '', providerId = '' } = after ?? before ?? {};
      const behind = await eventsBehind(this.services.ledger, clientStream(municipality, personRef), between);
      const sides = { before: sideOf(before), after: sideOf(after) };
      results.push({ claimId, dossierRef: personRef, providerId, change, ...sides, behind: [...behind] });
    }
    const { count } = compared;
    return {
      first: figuresOf(first, compared.first),
      second: figuresOf(second, compared.second),
      count,
      complete: count <= NAMED_MAX,
      results,
    };
  }
}

const figuresOf = ({ day, knownAsOf }: LookedBack, figures: DeskFigures): DeskDifferences['first'] => ({
  asOf: textOf(day),
  knownAsOf,
  ...figures,
});

function sideOf(claim: DeskClaim | undefined): DeskDifferences['results'][number]['before'] {
  if (claim === undefined) return null;
  const { state, outcome = null, determinationId, cents, toPayCents, underway } = claim;
  return {
    state,
    stateText: stateText(state),
    outcome,
    cents: determinationId === undefined ? null : cents,
    toPayCents,
    underway,
  };
}
