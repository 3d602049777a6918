import { type Ledger, systemClock } from '@uitkomst/ledger';
import { EXIT, type ExitCode, Stop } from './exit.js';
import { type FilePlace, findFile, personNamed, placeOf } from './ledger/find-client.js';
import { RecordedFile } from './ledger/recorded-file.js';
import { type Replayed, replayFile } from './ledger/replay-file.js';
import { TermsOfBasis } from './ledger/terms-of-basis.js';
import { type LedgerOptions, withLedger } from './ledger/with-ledger.js';
import type { Terminal } from './terminal.js';

export interface ReplayOptions extends LedgerOptions {
  readonly claim?: string | undefined;
}

/** Makes recorded decisions again, from the ledger alone, and says which come out otherwise than they were recorded. */
export const replay = (options: ReplayOptions, terminal: Terminal): Promise<ExitCode> =>
  withLedger(options, async (ledger) => {
    const files = await filesOf(ledger, options);
    const terms = new TermsOfBasis(ledger);
    const progress = terminal.progress(files.length, () => systemClock.elapsed());
    let decisions = 0;
    let different = 0;
    for (const [index, place] of files.entries()) {
      const file = await RecordedFile.read(ledger, place.stream);
      for await (const replayed of replayFile(place, file, { terms, claim: options.claim })) {
        decisions += 1;
        if (!replayed.equal) different += 1;
        await terminal.answer(options.json ? JSON.stringify(replayed) : lineOf(replayed));
      }
      progress.at(index + 1);
    }
    progress.end();
    if (options.claim !== undefined && decisions === 0)
      throw new Stop(EXIT.UNREADABLE, `This ledger holds no decision on claim ${options.claim}`);
    terminal.remark(`${decisions} decision(s) in ${files.length} file(s): ${different} different`);
    return different > 0 ? EXIT.DIFFERENCE : EXIT.FINE;
  });

async function filesOf(ledger: Ledger, { claim }: ReplayOptions): Promise<readonly FilePlace[]> {
  if (claim !== undefined) return [await findFile(ledger, personNamed({ claim }))];
  const streams = new Set<string>();
  for await (const { stream, type } of ledger.readAll()) if (type === 'ClaimDetermined') streams.add(stream);
  return Array.from(streams, placeOf);
}

function lineOf({ equal, claim, asOf, outcome, definition, stream, revision, event, differs }: Replayed): string {
  const decision = `${claim} as of ${asOf}: ${outcome}${definition === null ? '' : ` under ${definition}`}`;
  return equal
    ? `ok   ${decision}`
    : `DIFF ${decision}; ${differs} differs in ${event} (${stream} revision ${revision})`;
}
