import { mkdirSync } from 'node:fs';
import {
  BankVault,
  ClientFiles,
  DeliveryReports,
  openLedger,
  TermsBook,
  Vault,
  type Clock,
  type Identities,
  type Ledger,
} from '@uitkomst/ledger';
import {
  ALL_PROJECTIONS,
  hasThread,
  NewestSeen,
  openReadStore,
  ProjectingElsewhere,
  ProjectionRunner,
  ProjectionThread,
  SharedProjecting,
  type IdempotencyTable,
  type Projecting,
  type ReadStore,
} from '@uitkomst/projections';
import type { OnError } from '../ports.js';
import type { NodeSettings } from '../settings/node-settings.js';
import { refuseDemonstration } from './no-demonstration.js';

/** What every process of Uitkomst is made of, API or worker. */
export interface Parts {
  readonly settings: NodeSettings;
  readonly clock: Clock;
  readonly ledger: Ledger;
  /** What this process met of it last. */
  readonly seen: Pick<NewestSeen, 'place'>;
  readonly terms: TermsBook;
  readonly clientFiles: ClientFiles;
  readonly vault: Vault;
  /** The vault's, which most need alone. */
  readonly identities: Identities;
  /** Account numbers and payment files. */
  readonly bankVault: BankVault;
  readonly deliveryReports: DeliveryReports;
  readonly reads: ReadStore;
  readonly keys: IdempotencyTable;
  /** How far what is read has come, wherever it is kept. */
  readonly projecting: Projecting;
  /** Resolves once that is begun, and rejects where it cannot: whoever opens the parts waits for it, with other work in hand. */
  readonly reading: Promise<void>;
}

/** Whether a process keeps the read models and runs what runs by itself. */
export type Runs = 'processes' | 'nothing by itself';

interface Opening {
  readonly clock: Clock;
  readonly runs: Runs;
  readonly onError: OnError;
  /** Takes how each part is closed, in the order of opening: also of those opened before one that failed. */
  readonly closing: (close: () => unknown) => void;
}

export async function openParts(settings: NodeSettings, { clock, runs, onError, closing }: Opening): Promise<Parts> {
  mkdirSync(settings.dataFolder, { recursive: true });
  const seen = new NewestSeen(await openLedger(settings.ledgerUrl, { clock }));
  const { ledger } = seen;
  closing(() => ledger.close());
  await refuseDemonstration(settings, ledger);
  const vault = Vault.open(settings.dataFolder, settings.erasureRegister);
  closing(() => vault.close());
  const bankVault = BankVault.open(settings.dataFolder);
  closing(() => bankVault.close());
  const deliveryReports = DeliveryReports.open(settings.dataFolder, clock);
  closing(() => deliveryReports.close());
  const terms = await TermsBook.open(ledger, { onError });
  closing(() => terms.close());
  const clientFiles = new ClientFiles(ledger, terms, settings);
  const store = await openReadStore(settings.readsUrl);
  closing(() => store.close());
  const { reads, keys } = store;
  const projecting = projectingOf(settings, { ledger, reads, runs, onError });
  const reading = projecting.start();
  const begun = reading.catch(() => undefined); // Whoever waits for it is told.
  closing(() => begun.then(() => projecting.stop()));
  const { identities } = vault;
  return {
    settings,
    clock,
    ledger,
    seen,
    terms,
    clientFiles,
    vault,
    identities,
    bankVault,
    deliveryReports,
    reads,
    keys,
    projecting,
    reading,
  };
}

/** In a thread of its own where that can be, else between the requests; or in another process. A shared store is led by one of them. */
function projectingOf(
  { ledgerUrl, readsUrl }: NodeSettings,
  { ledger, reads, runs, onError }: Pick<Parts, 'ledger' | 'reads'> & Pick<Opening, 'runs' | 'onError'>,
): Projecting {
  if (runs === 'nothing by itself') return new ProjectingElsewhere(ledger, reads, ALL_PROJECTIONS);
  if (hasThread({ ledgerUrl, readsUrl })) return new ProjectionThread({ ledger, ledgerUrl, readsUrl, onError });
  if (readsUrl.startsWith('postgres'))
    return new SharedProjecting({ ledger, reads, projections: ALL_PROJECTIONS, onError });
  return new ProjectionRunner({ ledger, reads, projections: ALL_PROJECTIONS, onError });
}
