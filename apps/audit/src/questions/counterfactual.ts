import { counterfactual, type Counterfactual, subjectOfClaim } from '@uitkomst/domain';
import { EXIT, type ExitCode, Stop } from '../exit.js';
import { findFile, personNamed } from '../ledger/find-client.js';
import { eachKnown, populationOf } from '../ledger/population.js';
import type { TwoDates } from '../ledger/two-dates.js';
import { type LedgerOptions, withLedger } from '../ledger/with-ledger.js';
import type { Terminal } from '../terminal.js';

export interface CounterfactualOptions extends LedgerOptions, TwoDates {
  readonly claim: string;
}

/** Says what would have to happen, or be shown, before a claim is eligible: by whom, and how early. */
export const counterfactualOf = (options: CounterfactualOptions, terminal: Terminal): Promise<ExitCode> =>
  withLedger(options, async (ledger) => {
    const place = await findFile(ledger, personNamed(options));
    const population = { ...(await populationOf(ledger, options)), places: [place] };
    for await (const { file, terms } of eachKnown(ledger, population, terminal)) {
      const claim = file.claims.get(options.claim);
      if (claim === undefined) throw new Stop(EXIT.UNREADABLE, `Claim ${options.claim} was not known then`);
      const { left: _, ...found } = counterfactual(subjectOfClaim(file, claim, { terms, today: population.asOf }));
      if (options.json) await terminal.answer(JSON.stringify({ claim: options.claim, ...found }));
      else for (const line of linesOf(options.claim, found)) await terminal.answer(line);
    }
    return EXIT.FINE;
  });

function linesOf(
  claim: string,
  { outcome, eligibleOn, cents = 0, changes, standing }: Counterfactual,
): readonly string[] {
  if (eligibleOn === undefined) return [`${claim}: ${outcome}; nothing yet to come changes ${standing.join(', ')}`];
  return [
    `${claim}: ${outcome}; eligible for ${cents} cents on ${eligibleOn} at the earliest${changes.length === 0 ? '' : ', if'}`,
    ...changes.map(({ code, change, by, earliestOn }) => `  ${earliestOn} ${change} by ${by.join(' or ')} (${code})`),
  ];
}
