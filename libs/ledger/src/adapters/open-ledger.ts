import { systemClock, type Clock } from '../clock.js';
import type { Codec } from '../codec/codec.js';
import type { Ledger } from '../ledger.js';
import { memoryLedger } from './memory.ledger.js';
import { postgresLedger } from './postgres/postgres.ledger.js';
import { UnknownEngine } from './refused/unknown-engine.js';
import { sqliteLedger } from './sqlite.ledger.js';
import { demandEscaped, withoutSecret } from './without-secret.js';

export interface OpenOptions {
  readonly clock?: Clock;
  /** Reads beside whoever writes, as the audit command does; an append is refused. */
  readonly readOnly?: boolean;
  /** How events are given; default: as this program knows them. */
  readonly codec?: Codec;
  /** For who reads a file that another thread writes: is given what to call when something was recorded. Without it, it looks now and then. */
  readonly onRecorded?: (ring: () => void) => void;
  /** Of a file: where the thread begins that works the log in; elsewhere only in tests, which run from the sources. */
  readonly checkpointMain?: URL;
}

type Opening = OpenOptions & Required<Pick<OpenOptions, 'clock' | 'readOnly'>>;
type Open = (url: string, options: Opening) => Ledger | Promise<Ledger>;

/** How each engine is opened, by the scheme of its address. */
const ENGINES: Readonly<Record<string, Open>> = {
  memory: (_url, { clock }) => memoryLedger({ clock }),
  postgres: (url, options) => postgresLedger({ url, ...options }),
  postgresql: (url, options) => postgresLedger({ url, ...options }),
  sqlite: (url, options) => sqliteLedger({ path: pathIn(url), ...options }),
  esdb: (url, options) => inEventStoreDb(url, options),
  'esdb+discover': (url, options) => inEventStoreDb(url, options),
  eventstoredb: (url, options) => inEventStoreDb(url, options),
};

/** Its client is loaded by those alone who need it: it takes longer and more memory than all the rest together. */
async function inEventStoreDb(url: string, options: Opening): Promise<Ledger> {
  const { eventStoreDbLedger } = await import('./eventstoredb/eventstoredb.ledger.js');
  return eventStoreDbLedger({ url, ...options });
}

/** Opens the ledger that LEDGER_URL names: `memory:`, `sqlite:<path>`, `postgres://…`, `esdb://…`. Throws {@link UnknownEngine} on any other address. */
export async function openLedger(url: string, options: OpenOptions = {}): Promise<Ledger> {
  const [scheme = ''] = url.split(':', 1);
  const open = url.includes(':') && Object.hasOwn(ENGINES, scheme) ? ENGINES[scheme] : undefined;
  if (open === undefined) throw new UnknownEngine(`LEDGER_URL must be ${known()}, not ${withoutSecret(url)}`);
  demandEscaped(url, 'LEDGER_URL');
  return open(url, { clock: systemClock, readOnly: false, ...options });
}

const known = (): string => `one of ${Object.keys(ENGINES).join(':, ')}:, with its place`;

function pathIn(url: string): string {
  const path = url.slice('sqlite:'.length);
  if (path === '') throw new UnknownEngine('LEDGER_URL must name a file: sqlite:<path>');
  return path;
}
