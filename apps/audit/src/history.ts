import { type HistoryEntry, historyFor } from '@uitkomst/projections';
import { EXIT, type ExitCode, Stop } from './exit.js';
import { findFile, personNamed, type Whose } from './ledger/find-client.js';
import { RecordedFile } from './ledger/recorded-file.js';
import { asOfDay, knownPosition, type TwoDates } from './ledger/two-dates.js';
import { type LedgerOptions, withLedger } from './ledger/with-ledger.js';
import type { Terminal } from './terminal.js';

export interface HistoryOptions extends LedgerOptions, TwoDates, Whose {}

/** What an auditor reads: everything that stands in the file. */
const AUDITOR = { role: 'AUDITOR', orgId: 'audit' } as const;

/** Shows a client's file at two dates: what had happened by a day, as far as it was known at a moment. */
export const history = (options: HistoryOptions, terminal: Terminal): Promise<ExitCode> =>
  withLedger(options, async (ledger) => {
    const asOf = asOfDay(options);
    const place = await findFile(ledger, personNamed(options));
    const file = await RecordedFile.read(ledger, place.stream, await knownPosition(ledger, options));
    if (options.claim !== undefined && !file.last.claims.has(options.claim))
      throw new Stop(EXIT.UNREADABLE, `Claim ${options.claim} was not known then`);
    for (const entry of historyFor(file.events, AUDITOR, asOf === undefined ? {} : { asOf })) {
      if (!concerns(entry, options)) continue;
      await terminal.answer(options.json ? JSON.stringify(entry) : lineOf(entry));
    }
    return EXIT.FINE;
  });

/** With --claim what was said and done about other claims is left out; the facts are of all. */
const concerns = ({ payload }: HistoryEntry, { claim }: Whose): boolean =>
  claim === undefined || payload['claimId'] === undefined || payload['claimId'] === claim;

function lineOf({ revision, recordedAt, type, on, actor, payload, hiddenBy }: HistoryEntry): string {
  const parts = [
    String(revision).padStart(4),
    recordedAt,
    actor.role.padEnd(9),
    on ?? '          ',
    type,
    hiddenBy === undefined ? '' : `(withdrawn by ${hiddenBy})`,
    type === 'ClaimDetermined' ? summaryOf(payload) : JSON.stringify(payload),
  ];
  return parts.filter(Boolean).join(' ');
}

/** A determination holds every rule; `explain` shows them. */
const summaryOf = (payload: HistoryEntry['payload']): string =>
  JSON.stringify(
    Object.fromEntries(
      ['claimId', 'number', 'outcome', 'fail', 'open', 'untilOn', 'cents', 'definition'].map((name) => [
        name,
        payload[name],
      ]),
    ),
  );
