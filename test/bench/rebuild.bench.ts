// On SQLite: the claims desk made anew from 1,000,000 events (20 s), beside reading them alone; every read model together; and the desk
// from files that grew side by side, as in a real town.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger, type Ledger } from '@uitkomst/ledger';
import { threadOfSources } from '@uitkomst/ledger/testing';
import {
  ALL_PROJECTIONS,
  beginRowsThread,
  CLAIMS_DESK,
  openReadStore,
  ProjectionRunner,
  type Projection,
} from '@uitkomst/projections';
import { claimFile } from './claim-file.js';
import { fillLedger, growLedger } from './fill-ledger.js';

const EVENTS = Number(process.env['EVENTS'] ?? 1_000_000);
const TARGET_S = 20;
/** As the thread of a running system has it. */
const BATCH_MAX = 4_000;
const ROWS = { main: threadOfSources('libs/projections/src/adapters/writing/rows-main.ts') };
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
  const store = await openReadStore(readsUrl, {
    begin: () => beginRowsThread(readsUrl.slice('sqlite:'.length), ROWS),
  });
  for (const projection of projections) await store.reads.forget(projection);
  await new ProjectionRunner({ ledger, reads: store.reads, projections, batchMax: BATCH_MAX }).catchUp();
  const claims = await store.reads.count(CLAIMS_DESK);
  if (claims !== EVENTS / 5) throw new Error(`${claims} claims on the desk`);
  await store.close();
}

const told = ({ wall, cpu }: Took): string => `${wall.toFixed(1)} s (${cpu.toFixed(1)} s of processor)`;

/** Prints what the claims desk takes, made anew from the ledger of a folder. */
async function deskOf(place: string, what: string, more: readonly Projection[]): Promise<void> {
  const ledger = await openLedger(`sqlite:${join(place, 'ledger.db')}`, { readOnly: true });
  const readsUrl = `sqlite:${join(place, 'reads.db')}`;
  const reading = await timed(() => read(ledger));
  console.log(`  reading ${EVENTS} events alone, ${what}: ${told(reading)}`);
  const desk = await timed(() => rebuild(ledger, readsUrl, [CLAIMS_DESK]));
  console.log(
    `rebuild of the claims desk from ${EVENTS} events, ${what}: ${told(desk)} (target < ${TARGET_S} s), ${(desk.wall / reading.wall).toFixed(1)} × reading alone`,
  );
  if (more.length > 0)
    console.log(`  every read model together: ${told(await timed(() => rebuild(ledger, readsUrl, more)))}`);
  await ledger.close();
}

await fillLedger(folder, EVENTS / 5, claimFile);
await deskOf(folder, 'file after file', ALL_PROJECTIONS);
const beside = join(folder, 'beside');
await growLedger(beside, EVENTS / 5, claimFile);
await deskOf(beside, 'files side by side', []);
rmSync(folder, { recursive: true, force: true });
