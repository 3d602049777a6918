import { mkdirSync } from 'node:fs';
import { ClientFiles, Identities, openLedger, TermsBook, TraceLog, type Clock, type Ledger } from '@uitkomst/ledger';
import {
  ALL_PROJECTIONS,
  hasThread,
  openReadStore,
  ProjectionRunner,
  ProjectionThread,
  type IdempotencyTable,
  type Projecting,
  type ReadStore,
} from '@uitkomst/projections';
import { DevelopmentIssuer } from './auth/development-issuer.js';
import { Tokens, trustIn } from './auth/tokens.js';
import { openLog, type Log } from './log.js';
import { startProcesses } from './processes.js';
import type { Settings } from './settings.js';

/** Everything the process is made of, opened once and closed in the opposite order. */
export interface Services {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly ledger: Ledger;
  readonly terms: TermsBook;
  readonly clientFiles: ClientFiles;
  readonly identities: Identities;
  readonly traces: TraceLog;
  readonly reads: ReadStore;
  readonly keys: IdempotencyTable;
  readonly projecting: Projecting;
  readonly tokens: Tokens;
  /** Null beside an issuer of the organisation. */
  readonly developmentIssuer: DevelopmentIssuer | null;
  close(): Promise<void>;
}

type Close = () => unknown;

/** What fails halfway closes what was opened before it. */
export async function openServices(settings: Settings, clock: Clock): Promise<Services> {
  const opened: Close[] = [];
  const close = async (): Promise<void> => {
    for (const one of opened.splice(0).toReversed()) await one();
  };
  try {
    return { ...(await open(settings, clock, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(settings: Settings, clock: Clock, opened: Close[]): Promise<Omit<Services, 'close'>> {
  mkdirSync(settings.dataFolder, { recursive: true });
  const log = openLog(settings.logLevel);
  const onError = (error: unknown): void => log.error({ error }, 'a process of its own failed; it goes on');
  const ledger = await openLedger(settings.ledgerUrl, { clock });
  opened.push(() => ledger.close());
  const identities = Identities.open(settings.dataFolder);
  opened.push(() => identities.close());
  const traces = TraceLog.open(settings.dataFolder);
  opened.push(() => traces.close());
  const terms = await TermsBook.open(ledger, { onError });
  opened.push(() => terms.close());
  const clientFiles = new ClientFiles(ledger, terms, settings.quietPeriodDays);
  const store = await openReadStore(settings.readsUrl);
  opened.push(() => store.close());
  const { reads, keys } = store;
  const projecting = projectingOf(settings, { ledger, reads, onError });
  opened.push(() => projecting.stop());
  await projecting.start();
  const stopProcesses = startProcesses({ settings, clock, ledger, clientFiles, reads, projecting, onError });
  opened.push(stopProcesses);
  const access = await openAccess(settings);
  return { settings, clock, log, ledger, terms, clientFiles, identities, traces, reads, keys, projecting, ...access };
}

/** In a thread of its own where that can be, else between the requests. */
function projectingOf(
  { ledgerUrl, readsUrl }: Settings,
  { ledger, reads, onError }: Pick<Services, 'ledger' | 'reads'> & { readonly onError: (error: unknown) => void },
): Projecting {
  if (hasThread({ ledgerUrl, readsUrl })) return new ProjectionThread({ ledger, ledgerUrl, readsUrl, onError });
  return new ProjectionRunner({ ledger, reads, projections: ALL_PROJECTIONS, onError });
}

async function openAccess(settings: Settings): Promise<Pick<Services, 'tokens' | 'developmentIssuer'>> {
  const { issuer, municipality } = settings;
  if (issuer.kind === 'oidc') return { tokens: new Tokens(trustIn(issuer), municipality), developmentIssuer: null };
  const developmentIssuer = await DevelopmentIssuer.open(settings);
  return { tokens: new Tokens(developmentIssuer.trust, municipality), developmentIssuer };
}
