import { isMainThread } from 'node:worker_threads';
import { demandEscaped, demandReachable, migrate, openPostgres } from '@uitkomst/ledger';
import type { IdempotencyTable } from '../idempotency.js';
import type { ReadStore } from '../reads.js';
import { PostgresIdempotency } from './postgres/postgres-idempotency.js';
import { PostgresReads } from './postgres/postgres.reads.js';
import { READS_SCHEMA } from './postgres/schema.js';
import { openKeys, openReads } from './open-reads.js';
import { SqliteIdempotency } from './sqlite-idempotency.js';
import { SqliteReads } from './sqlite.reads.js';
import { RowsBeside, type RowsBesideOptions } from './writing/rows-beside.js';
import { beginRowsThread, hasRowsThread } from './writing/rows-thread.js';

/** The read store and the table of earlier answers. */
export interface OpenReadStore {
  readonly reads: ReadStore;
  readonly keys: IdempotencyTable;
  /** Closes both. */
  close(): Promise<void>;
}

type Open = (url: string, rows?: RowsBesideOptions) => OpenReadStore | Promise<OpenReadStore>;
/** How each engine is opened, by the scheme of its address. */
const ENGINES: Readonly<Record<string, Open>> = {
  memory: () => inFile(':memory:'),
  postgres: (url) => inPostgres(url),
  postgresql: (url) => inPostgres(url),
  sqlite: (url, rows) => inFile(url.slice('sqlite:'.length), rows),
};

/**
 * Opens the read store that READS_URL names: `memory:`, `sqlite:<path>` or `postgres://…`. On SQLite many rows are written in a thread
 * of its own; who is no main thread, or runs from the sources, tells how it begins.
 */
export async function openReadStore(url: string, rows?: RowsBesideOptions): Promise<OpenReadStore> {
  const [scheme = ''] = url.split(':', 1);
  const open = url.includes(':') && url !== 'sqlite:' && Object.hasOwn(ENGINES, scheme) ? ENGINES[scheme] : undefined;
  if (open === undefined)
    throw new Error(`READS_URL must be one of ${Object.keys(ENGINES).join(', ')}, with its place`);
  return open(url, rows);
}

/** A read store in a file of its own that nobody keeps: for a past state. */
export const openScratchReads = (path: string): ReadStore => new SqliteReads(openReads(path));

function inFile(path: string, rows?: RowsBesideOptions): OpenReadStore {
  const own = isMainThread && hasRowsThread(path) ? { begin: () => beginRowsThread(path) } : undefined;
  const options = rows ?? own;
  const reads = new SqliteReads(openReads(path), undefined, options && new RowsBeside(options));
  const keys = new SqliteIdempotency(openKeys(path));
  return {
    reads,
    keys,
    close: async () => {
      keys.close();
      await reads.close();
    },
  };
}

const CONNECTIONS = 8;
/** A rebuild writes and drops large tables. */
const ANSWER_MS = 60_000;

async function inPostgres(url: string): Promise<OpenReadStore> {
  demandEscaped(url, 'READS_URL');
  const pool = openPostgres(url, { max: CONNECTIONS, answerMs: ANSWER_MS, relaxed: true });
  try {
    await demandReachable(pool, url);
    await migrate(pool, READS_SCHEMA);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { reads: new PostgresReads(pool), keys: new PostgresIdempotency(pool), close: () => pool.end() };
}
