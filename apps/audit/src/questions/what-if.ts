import {
  type Alternative,
  type Determination,
  type DefinitionVersion,
  PRESETS,
  saysOtherwise,
  subjectOfClaim,
  type Terms,
  termsStream,
  whatIf,
  type WhatIf,
} from '@uitkomst/domain';
import { EXIT, type ExitCode, Stop } from '../exit.js';
import { eachKnown, type Known, populationOf } from '../ledger/population.js';
import type { TwoDates } from '../ledger/two-dates.js';
import { type LedgerOptions, withLedger } from '../ledger/with-ledger.js';
import type { Terminal } from '../terminal.js';
import { decisionWords } from './decision-words.js';

export interface WhatIfOptions extends LedgerOptions, TwoDates {
  readonly definition?: string | undefined;
  readonly against?: string | undefined;
  readonly tariff?: string | undefined;
  readonly provider?: string | undefined;
  readonly contract?: string | undefined;
}

interface Sums {
  claims: number;
  different: number;
  beforeCents: number;
  afterCents: number;
  readonly byRule: Map<string, number>;
}

/** Decides every claim again under other terms, and says which would come out otherwise and by which rule. Writes nothing. */
export const whatIfOverAll = (options: WhatIfOptions, terminal: Terminal): Promise<ExitCode> =>
  withLedger(options, async (ledger) => {
    if (options.definition === undefined && options.tariff === undefined)
      throw new Stop(EXIT.UNREADABLE, 'Name another definition set (--definition) or tariff (--tariff)');
    const tariffCents = centsOf(options.tariff);
    const population = await populationOf(ledger, options);
    const sums: Sums = { claims: 0, different: 0, beforeCents: 0, afterCents: 0, byRule: new Map() };
    const names = new Names(options);
    for await (const known of eachKnown(ledger, population, terminal)) {
      const { file, terms } = known;
      names.lookIn(known);
      const definition = definitionNamed('--definition', options.definition, terms);
      const against = definitionNamed('--against', options.against, terms);
      const alternative: Alternative = {
        ...(definition && { definition }),
        ...(tariffCents !== undefined && { tariffCents }),
      };
      for (const claim of file.claims.values()) {
        if (!isAsked(claim.submission.payload, options)) continue;
        const subject = subjectOfClaim(file, claim, { terms, today: population.asOf });
        const asked = whatIf(subject, alternative, against && { definition: against });
        add(sums, asked);
        if (saysOtherwise(asked)) await terminal.answer(lineOf(claim.claimId, asked, options));
      }
    }
    names.demandKnown();
    const { byRule, ...total } = sums;
    const rules = Object.fromEntries([...byRule].toSorted(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1))));
    if (options.json) await terminal.answer(JSON.stringify({ total: { ...total, byRule: rules } }));
    terminal.remark(
      `${sums.claims} claim(s), ${sums.different} otherwise; ${sums.beforeCents} cents becomes ${sums.afterCents} cents` +
        Object.entries(rules)
          .map(([rule, count]) => `\n  ${rule}: ${count}`)
          .join(''),
    );
    return EXIT.FINE;
  });

/** Whom the claims must be of: a name that nobody bears, a typing error, would pass for one without claims. */
class Names {
  private readonly unknown = new Map<'provider' | 'contract', string>();

  constructor({ provider, contract }: WhatIfOptions) {
    if (provider !== undefined) this.unknown.set('provider', provider);
    if (contract !== undefined) this.unknown.set('contract', contract);
  }

  lookIn({ file, terms }: Known): void {
    for (const [kind, name] of this.unknown) {
      const isAgreed = terms.revisions.has(termsStream(kind, terms.municipality, name));
      const isClaimed = [...file.claims.values()].some(({ submission }) => submission.payload[`${kind}Id`] === name);
      if (isAgreed || isClaimed) this.unknown.delete(kind);
    }
  }

  demandKnown(): void {
    for (const [kind, name] of this.unknown)
      throw new Stop(EXIT.UNREADABLE, `--${kind}: this ledger knows no ${name} at that moment`);
  }
}

function centsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const cents = Number(text);
  if (/^\d{1,12}$/.test(text)) return cents;
  throw new Stop(EXIT.UNREADABLE, `--tariff must be whole cents, not ${text}`);
}

/** A set published in this ledger, or one built in. */
function definitionNamed(option: string, name: string | undefined, terms: Terms): DefinitionVersion | undefined {
  if (name === undefined) return undefined;
  const [id = '', version = ''] = name.split('@');
  const published = terms.definitions.get(id)?.find((set) => String(set.version) === version);
  const definition = published ?? PRESETS.get(name);
  if (definition === undefined)
    throw new Stop(
      EXIT.UNREADABLE,
      `${option}: ${name} is neither published in this ledger nor built in (NAME@VERSION)`,
    );
  return definition;
}

const isAsked = (
  claim: { readonly providerId: string; readonly contractId?: string | undefined },
  { provider, contract }: WhatIfOptions,
): boolean =>
  (provider === undefined || claim.providerId === provider) &&
  (contract === undefined || claim.contractId === contract);

function add(sums: Sums, asked: WhatIf): void {
  sums.claims += 1;
  sums.beforeCents += asked.before.cents;
  sums.afterCents += asked.after.cents;
  if (!saysOtherwise(asked)) return;
  sums.different += 1;
  const rule = asked.rule ?? 'R39';
  sums.byRule.set(rule, (sums.byRule.get(rule) ?? 0) + 1);
}

const told = ({ outcome, cents, fail, open, definition }: Determination) => ({
  outcome,
  cents,
  fail,
  open,
  definition,
});

function lineOf(claim: string, { before, after, rule }: WhatIf, { json }: WhatIfOptions): string {
  if (json) return JSON.stringify({ claim, before: told(before), after: told(after), rule: rule ?? null });
  return `${claim}: ${decisionWords(before)} → ${decisionWords(after)}${rule === undefined ? '' : ` by ${rule}`}`;
}
