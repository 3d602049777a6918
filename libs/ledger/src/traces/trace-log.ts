import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite, openSqliteToRead, type Database } from '../adapters/open-sqlite.js';
import { ensureTables } from '../tables/ensure-tables.js';
import { inLock } from '../tables/in-lock.js';
import { judgementOf, lookOf, TRACES, traceStatements, type Row } from './trace-rows.js';
import type { Judgement, Look, TraceQuestion, TracesAsked } from './trace.js';

const FILE = 'traces.db';
/** So many wait for the disk that one more would only wait in vain. */
const QUEUE_MAX = 10_000;

/** The traces cannot be kept: nothing may be shown that leaves none. */
export class TracesUnavailable extends Error {
  override readonly name = 'TracesUnavailable';
}

type Trace = { readonly look: Look } | { readonly judgement: Judgement };

interface Waiting {
  readonly traces: readonly Trace[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Who saw which client's data, and who was allowed what: a file of its own beside the ledger, kept before the answer leaves, never
 * sampled. Reading is no event: a ledger that grew with every look would hide what happened.
 */
export class TraceLog {
  private queue: Waiting[] = [];
  private scheduled = false;
  private readonly statements: ReturnType<typeof traceStatements>;

  private constructor(private readonly database: Database) {
    this.statements = traceStatements(database);
  }

  /** Opens `traces.db` in a folder, or makes it there, for its owner only. */
  static open(folder: string): TraceLog {
    const database = openSqlite(join(folder, FILE));
    try {
      ensureTables(database, TRACES);
      return new TraceLog(database);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** Beside a process that writes it, as an export does. */
  static openToRead(folder: string): TraceLog {
    const path = join(folder, FILE);
    if (!existsSync(path)) throw new Error(`There are no traces in ${folder}`);
    return new TraceLog(openSqliteToRead(path));
  }

  /** Resolves once all of them are on disk; what is asked at the same moment shares one sync. */
  keep(traces: readonly Trace[]): Promise<void> {
    if (traces.length === 0) return Promise.resolve();
    if (this.queue.length >= QUEUE_MAX) return Promise.reject(new TracesUnavailable('Too many wait for the disk'));
    return new Promise((resolve, reject) => {
      this.queue.push({ traces, resolve, reject });
      if (this.scheduled) return;
      this.scheduled = true;
      setImmediate(() => this.flush());
    });
  }

  looks(question: TraceQuestion): readonly Look[] {
    return this.statements.looks(question).map((row: Row) => lookOf(row));
  }

  countLooks(question: TracesAsked): number {
    return this.statements.countLooks(question);
  }

  judgements(question: TraceQuestion): readonly Judgement[] {
    return this.statements.judgements(question).map((row: Row) => judgementOf(row));
  }

  countJudgements(question: TracesAsked): number {
    return this.statements.countJudgements(question);
  }

  /** All looks within a time (from inclusive, until exclusive), of every municipality, oldest first. */
  *everyLook(fromAt: string, untilAt: string): Iterable<Look> {
    for (const row of this.statements.everyLook(fromAt, untilAt)) yield lookOf(row);
  }

  /** All authorisation decisions within a time, as {@link everyLook}. */
  *everyJudgement(fromAt: string, untilAt: string): Iterable<Judgement> {
    for (const row of this.statements.everyJudgement(fromAt, untilAt)) yield judgementOf(row);
  }

  /** What was asked before is kept first. */
  close(): void {
    this.flush();
    this.database.close();
  }

  private flush(): void {
    this.scheduled = false;
    const asked = this.queue;
    this.queue = [];
    if (asked.length === 0) return;
    try {
      this.write(asked.flatMap(({ traces }) => traces));
    } catch (error) {
      for (const { reject } of asked) reject(new TracesUnavailable('The traces were not kept', { cause: error }));
      return;
    }
    for (const { resolve } of asked) resolve();
  }

  private write(traces: readonly Trace[]): void {
    inLock(this.database, () => {
      for (const trace of traces) {
        if ('look' in trace) this.statements.addLook(trace.look);
        else this.statements.addJudgement(trace.judgement);
      }
    });
  }
}
