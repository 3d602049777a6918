import { setImmediate } from 'node:timers/promises';
import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Res } from '@nestjs/common';
import { AskWhatIf, inBothLanguages, WhatIfParams, WhatIfRun } from '@uitkomst/contracts';
import {
  PRESETS,
  statementOf,
  subjectOfClaim,
  textOf,
  whatIf,
  type Alternative,
  type DefinitionVersion,
  type Role,
  type Terms,
} from '@uitkomst/domain';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { actAs, SignedIn, type Principal } from '../../shell/auth/principal.js';
import { ApiTags } from '../../shell/http/document/decorators.js';
import { Reads, Searches } from '../../shell/http/docs.js';
import { invalidField } from '../../shell/http/problem.js';
import type { Tag } from '../../shell/http/document/tags.js';
import { cutOf, type Cut } from '../../shell/http/two-dates.js';
import type { Services } from '../../shell/open-services.js';
import { SERVICES } from '../../shell/services.js';
import { populationOf, type Population } from './population.js';
import { Runs, type Run } from './runs.js';
import { Tally } from './tally.js';

const TAG: Tag = 'verantwoording';
const MAY_ASK: readonly Role[] = ['OFFICER', 'CONTRACTS', 'AUDITOR'];

interface Asked {
  readonly asked: AskWhatIf;
  readonly cut: Cut;
}

/** Proefberekeningen: what claims would come to under other terms (leap L2). Nothing is recorded, and nobody is decided on. */
@ApiTags(TAG)
@Controller('proefberekeningen')
export class WhatIfController {
  private readonly runs: Runs;
  private readonly cuts = new WeakMap<Run, Asked>();

  constructor(
    @Inject(SERVICES)
    private readonly services: Pick<Services, 'clientFiles' | 'clock' | 'ledger' | 'log' | 'reads' | 'terms'>,
  ) {
    this.runs = new Runs(services.log);
  }

  @Post()
  @Searches({
    id: 'askWhatIf',
    summary: 'Reken uit wat declaraties onder andere voorwaarden zouden opleveren',
    description:
      'Twee normenkaders of een ander tarief, op dezelfde feiten en twee data; er wordt niets vastgelegd. Duurt het langer, dan is state RUNNING: vraag het daarna op bij Location. Zonder ander normenkader of tarief zijn het de totalen van toen.',
    answer: WhatIfRun,
    located: true,
  })
  async ask(
    @SignedIn() principal: Principal,
    @Body({ schema: AskWhatIf }) asked: AskWhatIf,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WhatIfRun> {
    actAs(principal, MAY_ASK);
    const cut = cutOf(asked, this.services.clock, { in: 'body' });
    const population = await populationOf(this.services, principal.municipality, { cut, asked });
    const alternative = alternativeOf(asked, population.terms);
    const tally = new Tally();
    const run = await this.runs.start(ownerOf(principal), tally, () =>
      over(population, { asked, cut }, { tally, ...alternative }),
    );
    this.cuts.set(run, { asked, cut });
    void reply.header('Location', `/v1/proefberekeningen/${run.runId}`);
    return viewOf(run, { asked, cut });
  }

  @Get(':runId')
  @Reads({ id: 'getWhatIf', summary: 'Voortgang en uitkomst van een eigen proefberekening', answer: WhatIfRun })
  get(
    @SignedIn() principal: Principal,
    @Param({ schema: WhatIfParams }) { runId }: z.infer<typeof WhatIfParams>,
  ): WhatIfRun {
    const run = this.runs.find(ownerOf(principal), runId);
    const asked = run && this.cuts.get(run);
    if (run === undefined || asked === undefined) throw new NotFoundException('Niet gevonden');
    return viewOf(run, asked);
  }
}

/** After so many files others get their turn. */
const FILES_ON_END = 10;

const ownerOf = ({ orgId, subject }: Principal): string => `${orgId} ${subject}`;

interface Comparing {
  readonly tally: Tally;
  readonly alternative: Alternative;
  readonly against: Alternative;
}

/** File by file, so that requests are answered in between. */
async function over(population: Population, { asked, cut }: Asked, { tally, alternative, against }: Comparing) {
  const { personRefs, terms } = population;
  tally.files = personRefs.length;
  for (const personRef of personRefs) {
    const file = await population.fileOf(personRef);
    for (const claim of file?.claims.values() ?? []) {
      const { payload } = claim.submission;
      if (file === undefined || !isAsked(payload, asked)) continue;
      tally.add(payload, whatIf(subjectOfClaim(file, claim, { terms, today: cut.asOf }), alternative, against));
    }
    tally.filesDone += 1;
    if (tally.filesDone % FILES_ON_END === 0) await setImmediate();
  }
}

const isAsked = (
  claim: { readonly providerId: string; readonly contractId?: string | undefined },
  { providerId, contractId }: AskWhatIf,
): boolean =>
  (providerId === undefined || claim.providerId === providerId) &&
  (contractId === undefined || claim.contractId === contractId);

function alternativeOf({ definition, against, tariffCents }: AskWhatIf, terms: Terms): Omit<Comparing, 'tally'> {
  const other = definitionNamed('definition', definition, terms);
  const base = definitionNamed('against', against, terms);
  return {
    alternative: { ...(other && { definition: other }), ...(tariffCents !== undefined && { tariffCents }) },
    against: base === undefined ? {} : { definition: base },
  };
}

/** A set published here, or one built in. */
function definitionNamed(field: string, name: string | undefined, terms: Terms): DefinitionVersion | undefined {
  if (name === undefined) return undefined;
  const [id = '', version = ''] = name.split('@');
  const published = terms.definitions.get(id)?.find((set) => String(set.version) === version);
  const definition = published ?? PRESETS.get(name);
  if (definition !== undefined) return definition;
  const message = {
    nl: `${name} is niet gepubliceerd en niet ingebouwd`,
    en: `${name} is neither published nor built in`,
  };
  throw invalidField({ in: 'body', pointer: `/${field}`, code: 'UNKNOWN_REFERENCE', message }, 'onbekende-verwijzing');
}

function viewOf({ runId, state, tally }: Run, { asked, cut }: Asked): WhatIfRun {
  const { files, filesDone, claims, different, before, after, byRule, results } = tally;
  const rules = [...byRule].toSorted(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)));
  return {
    runId,
    state,
    asked,
    asOf: textOf(cut.asOf),
    knownAsOf: cut.knownAsOf ?? null,
    files,
    filesDone,
    claims,
    different,
    before,
    after,
    byRule: rules.map(([rule, count]) => {
      const statement = statementOf(rule);
      return { rule, statement: inBothLanguages((language) => statement[language]), claims: count };
    }),
    results,
  };
}
