// The claims desk made anew from 1,000,000 events (20 s), beside reading them alone; and every read model together.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger, type Ledger } from '@uitkomst/ledger';
import { ALL_PROJECTIONS, CLAIMS_DESK, openReadStore, ProjectionRunner, type Projection } from '@uitkomst/projections';
import { claimFile } from './claim-file.js';
import { fillLedger } from './fill-ledger.js';

const EVENTS = Number(process.env['EVENTS'] ?? 1_000_000);
const TARGET_S = 20;
const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'));

/** Seconds on the clock and of the processor. */
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
  let last = -1;
  for await (const { position } of ledger.readAll()) last = position;
  if (last < EVENTS - 1) throw new Error(`Only ${last + 1} events`);
}

let files = 0;
async function rebuild(ledger: Ledger, projections: readonly Projection[]): Promise<void> {
  const store = await openReadStore(`sqlite:${join(folder, `reads-${(files += 1)}.db`)}`);
  await new ProjectionRunner({ ledger, reads: store.reads, projections, batchMax: 4_000 }).catchUp();
  const claims = await store.reads.count(CLAIMS_DESK);
  if (claims !== EVENTS / 5) throw new Error(`${claims} claims on the desk`);
  await store.close();
}

const told = ({ wall, cpu }: Took): string => `${wall.toFixed(1)} s (${cpu.toFixed(1)} s of processor)`;

await fillLedger(folder, EVENTS / 5, claimFile);
const ledger = await openLedger(`sqlite:${join(folder, 'ledger.db')}`, { readOnly: true });
const reading = await timed(() => read(ledger));
console.log(`  reading ${EVENTS} events alone: ${told(reading)}`);
const desk = await timed(() => rebuild(ledger, [CLAIMS_DESK]));
console.log(
  `rebuild of the claims desk from ${EVENTS} events: ${told(desk)} (target < ${TARGET_S} s), ${(desk.wall / reading.wall).toFixed(1)} × reading alone`,
);
console.log(`  every read model together: ${told(await timed(() => rebuild(ledger, ALL_PROJECTIONS)))}`);
await ledger.close();
rmSync(folder, { recursive: true, force: true });
