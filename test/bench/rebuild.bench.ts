// The claims desk made anew from 1,000,000 events (20 s), beside reading them alone; and every read model together. On SQLite and PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger, type Ledger, type RecordedEvent } from '@uitkomst/ledger';
import { postgresPrograms, PostgresServer } from '@uitkomst/ledger/testing';
import { ALL_PROJECTIONS, CLAIMS_DESK, openReadStore, ProjectionRunner, type Projection } from '@uitkomst/projections';
import { claimFile } from './claim-file.js';
import { fillLedger } from './fill-ledger.js';

const EVENTS = Number(process.env['EVENTS'] ?? 1_000_000);
const TARGET_S = 20;
/** As the thread of a running system has it. */
const BATCH_MAX = 4_000;
const COPIED_AT_ONCE = 1_000;
const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'));

/** Seconds on the clock and of this process. */
interface Took {
  readonly wall: number;
  readonly cpu: number;
}

async function timed(work: () => Promise<void>): Promise<Took> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 };
}

async function read(ledger: Ledger): Promise<void> {
  let count = 0;
  for await (const { position } of ledger.readAll()) count += position < 0 ? 0 : 1;
  if (count !== EVENTS) throw new Error(`${count} events`);
}

async function rebuild(ledger: Ledger, readsUrl: string, projections: readonly Projection[]): Promise<void> {
  const store = await openReadStore(readsUrl);
  for (const projection of projections) await store.reads.forget(projection);
  await new ProjectionRunner({ ledger, reads: store.reads, projections, batchMax: BATCH_MAX }).catchUp();
  const claims = await store.reads.count(CLAIMS_DESK);
  if (claims !== EVENTS / 5) throw new Error(`${claims} claims on the desk`);
  await store.close();
}

const told = ({ wall, cpu }: Took): string => `${wall.toFixed(1)} s (${cpu.toFixed(1)} s of processor)`;

async function measure(engine: string, ledger: Ledger, readsUrl: string): Promise<void> {
  const reading = await timed(() => read(ledger));
  console.log(`  ${engine}: reading ${EVENTS} events alone ${told(reading)}`);
  const desk = await timed(() => rebuild(ledger, readsUrl, [CLAIMS_DESK]));
  console.log(
    `${engine}: the claims desk from ${EVENTS} events in ${told(desk)} (target < ${TARGET_S} s), ${(desk.wall / reading.wall).toFixed(1)} × reading alone`,
  );
  console.log(`  ${engine}: every read model ${told(await timed(() => rebuild(ledger, readsUrl, ALL_PROJECTIONS)))}`);
}

/** The same events, byte for byte. */
async function copy(from: Ledger, to: Ledger): Promise<void> {
  let batch: RecordedEvent[] = [];
  for await (const event of from.readAll()) {
    batch.push(event);
    if (batch.length < COPIED_AT_ONCE) continue;
    await to.restore(batch);
    batch = [];
  }
  if (batch.length > 0) await to.restore(batch);
}

async function onPostgres(from: Ledger): Promise<void> {
  if (postgresPrograms() === undefined) return console.log('PostgreSQL is not installed: not measured');
  const server = await PostgresServer.start();
  const ledger = await openLedger(server.url());
  try {
    await copy(from, ledger);
    await measure('PostgreSQL', ledger, server.url());
  } finally {
    await ledger.close();
    await server.stop();
  }
}

await fillLedger(folder, EVENTS / 5, claimFile);
const ledger = await openLedger(`sqlite:${join(folder, 'ledger.db')}`, { readOnly: true });
await measure('SQLite', ledger, `sqlite:${join(folder, 'reads.db')}`);
await onPostgres(ledger);
await ledger.close();
rmSync(folder, { recursive: true, force: true });
