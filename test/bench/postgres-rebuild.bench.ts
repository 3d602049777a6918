// On PostgreSQL: 1,000,000 events copied in, read alone, and the claims desk made anew from them (20 s).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger, openPostgres, type RecordedEvent } from '@uitkomst/ledger';
import { postgresPrograms, PostgresServer } from '@uitkomst/ledger/testing';
import { CLAIMS_DESK, openReadStore, ProjectionRunner } from '@uitkomst/projections';
import { claimFile } from './claim-file.js';
import { fillLedger } from './fill-ledger.js';

const EVENTS = Number(process.env['EVENTS'] ?? 1_000_000);
const COPIED = 2_000;
const TARGET_S = 20;

if (postgresPrograms() === undefined) {
  console.log('PostgreSQL is not installed: skipped');
  process.exit();
}

async function timed(what: string, work: () => Promise<void>): Promise<number> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - began) / 1_000;
  console.log(`  ${what}: ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of this processor)`);
  return seconds;
}

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'));
await fillLedger(folder, EVENTS / 5, claimFile);
const source = await openLedger(`sqlite:${join(folder, 'ledger.db')}`, { readOnly: true });
const server = await PostgresServer.start({ shared_buffers: '512MB', max_wal_size: '4GB' });
const ledger = await openLedger(server.url());

await timed(`copying ${EVENTS} events in from SQLite`, async () => {
  let batch: RecordedEvent[] = [];
  for await (const event of source.readAll()) {
    batch.push(event);
    if (batch.length < COPIED) continue;
    await ledger.restore(batch);
    batch = [];
  }
  await ledger.restore(batch);
});
const admin = openPostgres(server.url(), { max: 1, answerMs: 120_000 });
await admin.query('vacuum analyze event');
await admin.end();

const reading = await timed('reading them alone', async () => {
  let last = -1;
  for await (const { position } of ledger.readAll()) last = position;
  if (last < EVENTS - 1) throw new Error(`Only ${last + 1} events`);
});

const store = await openReadStore(server.url());
const desk = await timed('the claims desk', async () => {
  await new ProjectionRunner({ ledger, reads: store.reads, projections: [CLAIMS_DESK], batchMax: 4_000 }).catchUp();
  const claims = await store.reads.count(CLAIMS_DESK);
  if (claims !== EVENTS / 5) throw new Error(`${claims} claims on the desk`);
});
console.log(
  `rebuild of the claims desk from ${EVENTS} events on PostgreSQL: ${desk.toFixed(1)} s (target < ${TARGET_S} s), ${(desk / reading).toFixed(1)} × reading alone`,
);
await store.close();
await ledger.close();
await source.close();
await server.stop();
rmSync(folder, { recursive: true, force: true });
