import { type Ledger, type Position, systemClock } from '@uitkomst/ledger';
import { type DecidedOtherwise, decidedOtherwise } from '@uitkomst/projections';
import { EXIT, type ExitCode, Stop } from '../exit.js';
import { knownPosition } from '../ledger/two-dates.js';
import { type LedgerOptions, withLedger } from '../ledger/with-ledger.js';
import type { Terminal } from '../terminal.js';
import { decisionWords } from './decision-words.js';

export interface DiffOptions extends LedgerOptions {
  readonly knownAsOf: string;
  readonly until?: string | undefined;
}

/** Compares what was known at two moments: which claims were decided otherwise, and which facts lie behind it. */
export const diff = (options: DiffOptions, terminal: Terminal): Promise<ExitCode> =>
  withLedger(options, async (ledger) => {
    const before = await knownPosition(ledger, { knownAsOf: options.knownAsOf });
    const after = await knownPosition(ledger, { knownAsOf: options.until });
    if (after < before) throw new Stop(EXIT.UNREADABLE, '--until must not lie before --known-as-of');
    const streams = await touched(ledger, before, after);
    const progress = terminal.progress(streams.length, () => systemClock.elapsed());
    let different = 0;
    for (const [index, stream] of streams.entries()) {
      for (const difference of await decidedOtherwise(ledger, stream, { before, after })) {
        different += 1;
        await terminal.answer(options.json ? JSON.stringify(asJson(difference)) : lineOf(difference));
      }
      progress.at(index + 1);
    }
    progress.end();
    terminal.remark(`${streams.length} file(s) went on in between: ${different} claim(s) otherwise`);
    return different > 0 ? EXIT.DIFFERENCE : EXIT.FINE;
  });

async function touched(ledger: Ledger, after: Position, until: Position): Promise<readonly string[]> {
  const streams = new Set<string>();
  for await (const { stream } of ledger.readAll({ after, until }))
    if (stream.startsWith('client-')) streams.add(stream);
  return [...streams];
}

/** As scripts read it; null where a claim was not known then. */
const asJson = ({ claimId: claim, before, after, behind }: DecidedOtherwise) => ({
  claim,
  before,
  after,
  behind: behind.map(({ eventId: event, type, recordedAt }) => ({ event, type, recordedAt })),
});

function lineOf({ claimId: claim, before, after, behind }: DecidedOtherwise): string {
  const facts = behind.map(({ type, eventId, recordedAt }) => `\n  ${recordedAt} ${type} ${eventId}`).join('');
  return `${claim}: ${decisionWords(before)} → ${decisionWords(after)}${facts}`;
}
