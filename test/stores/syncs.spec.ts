import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLedger } from '@uitkomst/ledger';
import { anEvent, postgresPrograms, PostgresServer } from '@uitkomst/ledger/testing';

const APPENDS = 40;
const folder = mkdtempSync(join(tmpdir(), 'uitkomst-syncs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const traceable = spawnSync('strace', ['-f', '-qq', '-e', 'trace=fsync', 'true']).status === 0;
if (!traceable) process.stdout.write('strace cannot be used here, skipped: counting syncs\n');
const traced = traceable ? describe : describe.skip;
const tracedPostgres = traceable && postgresPrograms() !== undefined ? describe : describe.skip;

/** Counts what reaches the disk of a process and all it starts, while some work is done. */
async function syncsOf(pid: number, work: () => Promise<void>): Promise<number> {
  const out = join(folder, `trace-${pid}`);
  const options = ['-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', out, '-p', String(pid)];
  const strace = spawn('strace', options, { stdio: 'ignore' });
  await once(strace, 'spawn');
  await sleep(500); // Until it has taken hold.
  await work();
  const ended = once(strace, 'exit');
  strace.kill('SIGINT');
  await ended;
  return (readFileSync(out, 'utf8').match(/\b(fsync|fdatasync)\(/g) ?? []).length;
}

/** One after another, so that each is a batch of its own. */
async function appendAll(url: string): Promise<void> {
  const ledger = await openLedger(url);
  for (let revision = 0; revision < APPENDS; revision += 1)
    expect(await ledger.append('client-a', revision === 0 ? 'none' : revision - 1, [anEvent()])).toMatchObject({
      ok: true,
    });
  await ledger.close();
}

traced('SQLite', () => {
  test(`on SQLite ${APPENDS} acknowledged batches are at least as many syncs`, async () => {
    const syncs = await syncsOf(process.pid, () => appendAll(`sqlite:${join(folder, 'ledger.db')}`));
    process.stdout.write(`SQLite: ${syncs} syncs for ${APPENDS} acknowledged batches\n`);
    expect(syncs).toBeGreaterThanOrEqual(APPENDS);
  });
});

tracedPostgres('PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await PostgresServer.start();
  });
  afterAll(() => server.stop());

  test(`on PostgreSQL ${APPENDS} acknowledged batches are at least as many syncs`, async () => {
    const syncs = await syncsOf(server.pid, () => appendAll(server.url()));
    process.stdout.write(`PostgreSQL: ${syncs} syncs for ${APPENDS} acknowledged batches\n`);
    expect(syncs).toBeGreaterThanOrEqual(APPENDS);
  });
});
