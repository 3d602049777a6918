import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '@uitkomst/ledger';
import { describeWithPostgres, PostgresServer } from '@uitkomst/ledger/testing';

/** A SQL engine as these suites need it. */
export interface SqlEngine {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** How many processes may write one ledger. */
  readonly processes: number;
  /** The address of a new, empty ledger. */
  readonly fresh: () => Promise<string>;
  /** The server, where there is one. */
  readonly server: () => PostgresServer | undefined;
}

/** Runs a suite on every SQL engine there is on this machine, and says which is skipped. */
export function onSqlEngines(suite: (engine: SqlEngine) => void): void {
  describe('SQLite', () => {
    const folder = mkdtempSync(join(tmpdir(), 'uitkomst-sqlite-'));
    let files = 0;
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const fresh = async (): Promise<string> => `sqlite:${join(folder, `${(files += 1)}.db`)}`;
    suite({ name: 'SQLite', processes: 1, fresh, server: () => undefined });
  });

  describeWithPostgres('PostgreSQL', () => {
    let server: PostgresServer | undefined;
    let schemas = 0;
    beforeAll(async () => {
      server = await PostgresServer.start();
    }, 60_000);
    afterAll(() => server?.stop());
    const fresh = async (): Promise<string> => {
      const admin = openPostgres(server?.url() ?? '', { max: 1 });
      await admin.query(`create schema s${(schemas += 1)}`);
      await admin.end();
      return server?.url(`s${schemas}`) ?? '';
    };
    suite({ name: 'PostgreSQL', processes: 3, fresh, server: () => server });
  });
}
