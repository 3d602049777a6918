import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { PoolClient } from 'pg';

import { withoutSecret } from '../without-secret.js';

/** Loaded by those alone whose address names PostgreSQL. */
const driver = (): typeof pg => createRequire(import.meta.url)('pg') as typeof pg;

/** A few connections to one PostgreSQL database. */
export type PostgresPool = pg.Pool;
/** One of them, for as long as it is held. */
export type PostgresConnection = PoolClient;

export interface PostgresOptions {
  readonly max: number;
  /** How long an answer may take; default ten seconds. */
  readonly answerMs?: number;
  /** Whether the last moments may be lost with the server's power: for what can be made again. Never for a ledger. */
  readonly relaxed?: boolean;
  /** Whether what is asked is sent before the one asked earlier is answered. */
  readonly pipeline?: boolean;
  /** Told of a connection that broke while nobody used it; the next question opens another. */
  readonly onError?: (error: unknown) => void;
}

/** Positions and counts are far from where a number would lose its last digit. */
const INT8 = 20;
const typesOf = ({ types }: typeof pg) => ({
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary' ? Number : (types.getTypeParser(oid, format) as (text: string) => unknown),
});

const CONNECT_MS = 5_000;
/** A server that stopped answering is given up after this; what was asked may still be carried out. */
const ANSWER_MS = 10_000;
/** Pause before a lost connection is made again. */
const AGAIN_MS = 500;

/**
 * What every connection relies on, whatever role or database say: each statement sees what was committed before it, plans fit the
 * values at hand, and no statement or open transaction outlives whoever asked.
 */
const SESSION = `set default_transaction_isolation = 'read committed'; set plan_cache_mode = force_custom_plan; set jit = off`;
const RELAXED = '; set synchronous_commit = off';
const patience = (answerMs: number): string =>
  `; set statement_timeout = ${answerMs}; set idle_in_transaction_session_timeout = ${ANSWER_MS}`;

/** Opens a pool; connections are made when they are first needed. */
export function openPostgres(url: string, options: PostgresOptions): PostgresPool {
  const { max, answerMs = ANSWER_MS, relaxed = false, pipeline = false, onError } = options;
  const session = SESSION + (relaxed ? RELAXED : '') + patience(answerMs);
  const told = onError ?? (() => undefined);
  const loaded = driver();
  const pool = new loaded.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: answerMs + CONNECT_MS,
    keepAlive: true,
    pipeline,
    types: typesOf(loaded),
    application_name: 'uitkomst',
    verify: (connection, done) => {
      connection.on('error', told); // Also while it is lent: whoever has it hears by its own question.
      connection.query(session, (error) => done(error));
    },
  });
  pool.on('error', told);
  return pool;
}

/** Nothing answers at the address, or it lets nobody in. */
export class PostgresUnreachable extends Error {
  override readonly name = 'PostgresUnreachable';
}

/** Asks the server something before anything is built on it, so that a wrong address is told as such. */
export async function demandReachable(pool: PostgresPool, url: string): Promise<void> {
  try {
    await pool.query('select');
  } catch (error) {
    // A name with several addresses gives an error without a message, and one within for each.
    const { message, errors = [] } = error as Error & { readonly errors?: readonly Error[] };
    const reason = message || (errors[0]?.message ?? 'no answer');
    throw new PostgresUnreachable(`PostgreSQL at ${withoutSecret(url)} cannot be reached: ${reason}`, { cause: error });
  }
}

/** Lends a connection for some work; one that failed is thrown away, since nobody knows what state it is in. */
export async function withConnection<T>(
  pool: PostgresPool,
  work: (connection: PostgresConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.connect();
  try {
    const result = await work(connection);
    connection.release();
    return result;
  } catch (error) {
    connection.release(true);
    throw error;
  }
}

/** All or nothing. */
export function inPostgresTransaction<T>(
  pool: PostgresPool,
  work: (connection: PostgresConnection) => Promise<T>,
): Promise<T> {
  return withConnection(pool, async (connection) => {
    await connection.query('begin');
    const result = await work(connection);
    await connection.query('commit');
    return result;
  });
}

export interface Listening {
  close(): Promise<void>;
}

/** Hears what others notify on a channel, for as long as it lasts: a hint only, since a broken connection hears nothing. */
export function listen(
  url: string,
  channel: string,
  { onNotice, onError }: { readonly onNotice: () => void; readonly onError: (error: unknown) => void },
): Listening {
  const pool = openPostgres(url, { max: 1, onError });
  const closing = new AbortController();
  const { signal } = closing;
  const hear = async (): Promise<void> => {
    const connection = await pool.connect();
    try {
      connection.on('notification', onNotice);
      await connection.query(`listen ${channel}`);
      onNotice(); // Whatever was said while nobody listened.
      await once(connection, 'end', { signal });
    } finally {
      connection.release(true);
    }
  };
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      await hear().catch((error: unknown) => (signal.aborted ? undefined : onError(error)));
      await sleep(AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    close: async () => {
      closing.abort();
      await running;
      await pool.end();
    },
  };
}

/** The code PostgreSQL gives an error (SQLSTATE), where it is one of its own. */
export const sqlState = (error: unknown): string | undefined =>
  error instanceof Error && 'severity' in error && 'code' in error ? String(error.code) : undefined;
