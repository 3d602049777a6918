import { demandReachable, migrate, openPostgres } from '@uitkomst/ledger';
import type { IdempotencyTable } from '../idempotency.js';
import type { ReadStore } from '../reads.js';
import { PostgresIdempotency } from './postgres/postgres-idempotency.js';
import { PostgresReads } from './postgres/postgres.reads.js';
import { READS_SCHEMA } from './postgres/schema.js';
import { openKeys, openReads } from './open-reads.js';
import { SqliteIdempotency } from './sqlite-idempotency.js';
import { SqliteReads } from './sqlite.reads.js';
import { hasWritingThread, WritingThread, type WritingThreadOptions } from './writing/writing-thread.js';

/** The read store and the table of earlier answers. */
export interface OpenReadStore {
  readonly reads: ReadStore;
  readonly keys: IdempotencyTable;
  /** Closes both. */
  close(): Promise<void>;
}

type Open = (url: string, writing?: WritingThreadOptions) => OpenReadStore | Promise<OpenReadStore>;
/** How each engine is opened, by the scheme of its address. */
const ENGINES: Readonly<Record<string, Open>> = {
  memory: () => inFile(':memory:'),
  postgres: (url) => inPostgres(url),
  postgresql: (url) => inPostgres(url),
  sqlite: (url, writing) => inFile(url.slice('sqlite:'.length), writing),
};

/**
 * Opens the read store that READS_URL names: `memory:`, `sqlite:<path>` or `postgres://…`. On SQLite many rows are written in a thread
 * of its own, which is told where it begins only by who runs from the sources.
 */
export async function openReadStore(url: string, writing?: WritingThreadOptions): Promise<OpenReadStore> {
  const [scheme = ''] = url.split(':', 1);
  const open = url.includes(':') && url !== 'sqlite:' && Object.hasOwn(ENGINES, scheme) ? ENGINES[scheme] : undefined;
  if (open === undefined)
    throw new Error(`READS_URL must be one of ${Object.keys(ENGINES).join(', ')}, with its place`);
  return open(url, writing);
}

/** A read store in a file of its own that nobody keeps: for a past state. */
export const openScratchReads = (path: string): ReadStore => new SqliteReads(openReads(path));

function inFile(path: string, writing?: WritingThreadOptions): OpenReadStore {
  const beside = writing || hasWritingThread(path) ? new WritingThread(path, writing) : undefined;
  const reads = new SqliteReads(openReads(path), undefined, beside);
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
