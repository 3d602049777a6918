// One side of the benchmark of the ledger: `ledger-subject.ts <side> <callers>`.
import { dayOf } from '@uitkomst/domain';
import { ClientFiles, CODEC, sqliteLedger, TermsBook, type ClientFileTask, type Codec } from '@uitkomst/ledger';
import { COMMAND_HASH, nextId, payloadsOf, PROVIDER, refOf, UNCHECKED } from '../claim-rows.js';
import { appendingTo, askedBy } from '../callers.js';
import { answerRounds } from '../subject.js';
import { CHECKPOINT_MAIN, Place } from './place.js';
import { rawRate, sample } from './raw-rows.js';

const ROUND_MS = 1_000;
/** More than a round gets to. */
const CLAIMS_MAX = 20_000;

const place = new Place();
const [, , side = '', given = ''] = process.argv;
const callers = Number(given);

/** Rows per second of the ledger with so many callers, each waiting for its answer. */
async function ledgerRate(codec: Codec): Promise<number> {
  const path = place.fresh();
  const ledger = sqliteLedger({ path, codec, checkpointMain: CHECKPOINT_MAIN });
  const rate = await rateOf(appendingTo(ledger));
  await ledger.close();
  place.remove(path);
  return rate;
}

/** What a caller asks for: making it is the caller's work. */
function claimOf(client: number): Pick<ClientFileTask, 'personRef' | 'command'> {
  const { submittedOn: _on, ...claim } = payloadsOf(client).submitted;
  return {
    personRef: refOf(client),
    command: { type: 'SubmitClaim', claim: { ...claim, outcomeType: 'WORK', evidence: [] } },
  };
}

/** Claims per second through everything but HTTP: fold, decide, assess, check, append; each on a file of its own. */
async function commandRate(claims: readonly ReturnType<typeof claimOf>[]): Promise<number> {
  const path = place.fresh();
  const ledger = sqliteLedger({ path, checkpointMain: CHECKPOINT_MAIN });
  const terms = await TermsBook.open(ledger);
  const clientFiles = new ClientFiles(ledger, terms);
  const command = { municipality: '0363', actor: PROVIDER, today: dayOf('2025-03-01'), commandHash: COMMAND_HASH };
  const rate = await rateOf(async (turn) => {
    const claim = claims[turn];
    if (claim === undefined) throw new Error(`More than ${CLAIMS_MAX} claims in a round`);
    const result = await clientFiles.handle({ ...command, ...claim, commandId: nextId() });
    if (!result.ok) throw new Error('A claim was refused');
  });
  await terms.close();
  await ledger.close();
  place.remove(path);
  return rate;
}

/** How often a second all callers together are answered. */
async function rateOf(ask: (turn: number) => Promise<void>): Promise<number> {
  const { answered, seconds } = await askedBy({ callers, milliseconds: ROUND_MS }, ask);
  return answered / seconds;
}

async function measuring(): Promise<() => Promise<number>> {
  if (side === 'alone') return () => ledgerRate(UNCHECKED);
  if (side === 'checked') return () => ledgerRate(CODEC);
  if (side === 'command') {
    const claims = Array.from({ length: CLAIMS_MAX }, (_, client) => claimOf(client));
    return () => commandRate(claims);
  }
  const rows = await sample(place);
  const table = side === 'bare' ? 'bare' : 'event';
  return () => rawRate(place, { rows, size: callers, table, milliseconds: ROUND_MS });
}

answerRounds(await measuring());
