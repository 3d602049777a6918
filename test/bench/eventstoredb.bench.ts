// The claims desk made anew from a ledger on EventStoreDB beside reading it alone (≤ 1.5 ×), and appends at 1 and 64 callers. On the
// server EVENTSTORE_URL names, which is filled first; else on a stand-in in a process of its own, whose figures say nothing of a server.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newPersonRef, openLedger, type Ledger } from '@uitkomst/ledger';
import { anEvent } from '@uitkomst/ledger/testing';
import { CLAIMS_DESK, openReadStore, ProjectionRunner } from '@uitkomst/projections';
import { uuidv7 } from 'uuidv7';
import { claimFile } from './claim-file.js';

const EVENTS = Number(process.env['EVENTS'] ?? 100_000);
const FILES = EVENTS / 5;
const ROUNDS = 3;
const TARGET = 1.5;
const APPENDS_MS = 4_000;
const CALLERS = 64;
const CLERK = { id: 'import-1', role: 'CASEMGR', orgId: 'gemeente' } as const;

const real = process.env['EVENTSTORE_URL'];
const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'));
const standIn =
  real === undefined
    ? spawn(
        process.execPath,
        ['--import', './test/typescript.mjs', 'test/stores/eventstoredb-stand-in/filled-process.ts', String(FILES)],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      )
    : undefined;

async function address(): Promise<string> {
  if (standIn !== undefined) return String(((await once(standIn.stdout, 'data')) as [Buffer])[0]).trim();
  const url = `${real}${real?.includes('?') ? '&' : '?'}ledger=bench-${uuidv7().slice(0, 13)}`;
  const ledger = await openLedger(url);
  let left = FILES;
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while ((left -= 1) >= 0) {
        const ref = newPersonRef();
        const events = claimFile(ref).map(({ type, payload }) => ({
          id: uuidv7(),
          type,
          payload,
          actor: CLERK,
          commandId: uuidv7(),
          commandHash: 'a'.repeat(64),
        }));
        await ledger.append(`client-0000-${ref}`, 'none', events);
      }
    }),
  );
  await ledger.close();
  return url;
}

/** Seconds on the clock, and of this process's processor: on a busy machine only the second says anything. */
interface Took {
  readonly wall: number;
  readonly cpu: number;
}

async function timed(work: () => Promise<unknown>): Promise<Took> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 };
}

async function read(ledger: Ledger): Promise<void> {
  let events = 0;
  for await (const _ of ledger.readAll()) events += 1;
  if (events !== EVENTS) throw new Error(`${events} events`);
}

let stores = 0;
async function rebuild(ledger: Ledger): Promise<void> {
  const store = await openReadStore(`sqlite:${join(folder, `reads-${(stores += 1)}.db`)}`);
  await new ProjectionRunner({ ledger, reads: store.reads, projections: [CLAIMS_DESK], batchMax: 4_000 }).catchUp();
  const claims = await store.reads.count(CLAIMS_DESK);
  if (claims !== FILES) throw new Error(`${claims} claims on the desk`);
  await store.close();
}

/** Appends of one event a second, by so many who each wait for their answer. */
async function appendRate(ledger: Ledger, callers: number): Promise<number> {
  const end = performance.now() + APPENDS_MS;
  let appends = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      const stream = `refusals-${uuidv7()}`;
      for (let revision = -1; performance.now() < end; appends += 1) {
        const result = await ledger.append(stream, revision < 0 ? 'none' : revision, [anEvent()]);
        if (!result.ok) throw new Error('A caller was refused');
        revision = result.revision;
      }
    }),
  );
  return (appends * 1000) / APPENDS_MS;
}

const middle = (all: readonly Took[]): Took =>
  all.toSorted((one, other) => one.wall - other.wall)[all.length >> 1] ?? { wall: 0, cpu: 0 };
const told = ({ wall, cpu }: Took): string => `${wall.toFixed(1)} s (${cpu.toFixed(1)} s of processor)`;

console.log(
  `  on ${real === undefined ? 'a STAND-IN (no server was named by EVENTSTORE_URL)' : 'the server EVENTSTORE_URL names'}`,
);
const url = await address();
const ledger = await openLedger(url);
const [readings, rebuilds]: [Took[], Took[]] = [[], []];
await read(ledger);
for (let round = 0; round < ROUNDS; round += 1) {
  readings.push(await timed(() => read(ledger)));
  rebuilds.push(await timed(() => rebuild(ledger)));
}
const [reading, rebuilding] = [middle(readings), middle(rebuilds)];
const [byClock, byProcessor] = [rebuilding.wall / reading.wall, rebuilding.cpu / reading.cpu];
console.log(`  reading ${EVENTS} events alone: ${told(reading)}, ${Math.round(EVENTS / reading.wall)} a second`);
console.log(
  `rebuild of the claims desk from ${EVENTS} events: ${told(rebuilding)}, ${byClock.toFixed(2)} × reading alone (target ≤ ${TARGET}), ${byProcessor.toFixed(2)} × by processor`,
);
for (const callers of [1, CALLERS])
  console.log(`  appends at ${callers} callers: ${Math.round(await appendRate(ledger, callers))} a second`);
await ledger.close();
standIn?.kill();
rmSync(folder, { recursive: true, force: true });
