import { knownFile, unclaimed, type Unclaimed } from '@uitkomst/domain';
import { EXIT, type ExitCode } from '../exit.js';
import { eachKnown, populationOf } from '../ledger/population.js';
import type { TwoDates } from '../ledger/two-dates.js';
import { type LedgerOptions, withLedger } from '../ledger/with-ledger.js';
import type { Terminal } from '../terminal.js';

export interface UnclaimedOptions extends LedgerOptions, TwoDates {}

/** Finds lasting outflows that would have earned a bonus and that nobody claimed (leap L10). */
export const unclaimedOverAll = (options: UnclaimedOptions, terminal: Terminal): Promise<ExitCode> =>
  withLedger(options, async (ledger) => {
    const population = await populationOf(ledger, options);
    let outflows = 0;
    for await (const { place, file, terms } of eachKnown(ledger, population, terminal)) {
      const claimed = Array.from(file.claims.values(), ({ submission }) => submission.payload);
      for (const found of unclaimed(knownFile(file), claimed, { terms, asOf: population.asOf })) {
        outflows += 1;
        await terminal.answer(
          options.json ? JSON.stringify({ client: place.personRef, ...found }) : lineOf(place.personRef, found),
        );
      }
    }
    terminal.remark(`${population.places.length} client(s): ${outflows} lasting outflow(s) that nobody claimed`);
    return EXIT.FINE;
  });

const lineOf = (client: string, { providerId, trajectId, jobId, episodeOn, cents }: Unclaimed): string =>
  `${client}: ${providerId} by ${trajectId}, job ${jobId}, independent since ${episodeOn}, ${cents} cents`;
