// From the start of the process to the first answer of the desk, on SQLite: < 2 s and < 300 MB with 100,000 events, < 2.5 s with 1,000,000.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from '../e2e/server-process.js';
import { claimFile } from './claim-file.js';
import { fillLedger } from './fill-ledger.js';

const SIZES = [
  { events: 100_000, seconds: 2, megabytes: ' (target < 300)' },
  { events: 1_000_000, seconds: 2.5, megabytes: '' },
];
const MOST = Number(process.env['EVENTS'] ?? 1_000_000);
const STARTS = 5;
/** A file's own five events, and what the first sweep decides of its claim. */
const EVENTS_A_FILE = 6;
/** Sealed every second while anything is recorded. */
const REST_MS = 5_000;

const memoryOf = (processId: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** How many claims the desk of a running server has. */
async function claimsOn(server: ServerProcess): Promise<number> {
  const token = await server.token('OFFICER');
  const answer = await fetch(`${server.url}/v1/werkvoorraad`, { headers: { authorization: `Bearer ${token}` } });
  if (answer.status !== 200) throw new Error(`The desk answered ${answer.status}`);
  return ((await answer.json()) as { readonly count: number }).count;
}

/** How many events were signed for. */
function sealedIn(folder: string): number {
  const checkpoint = join(folder, 'seal', 'checkpoint');
  return existsSync(checkpoint) ? Number(readFileSync(checkpoint, 'utf8').split('\n')[1]) : 0;
}

/** Resolves once nothing more is recorded or sealed: a new ledger's claims are all looked at once by the sweep. */
async function atRest(folder: string, events: number): Promise<void> {
  for (let before = -1, sealed = 0; sealed < events || sealed > before; sealed = sealedIn(folder)) {
    before = sealed;
    await new Promise((wake) => setTimeout(wake, REST_MS));
  }
}

/** Read models and seals are made once; what counts is every start after it. */
async function untilRead(folder: string, events: number): Promise<number> {
  const began = performance.now();
  const server = await ServerProcess.start(folder);
  while ((await claimsOn(server)) < events / EVENTS_A_FILE) await new Promise((wake) => setTimeout(wake, 200));
  const seconds = (performance.now() - began) / 1000;
  await atRest(folder, events);
  await server.stop();
  return seconds;
}

async function firstAnswer(folder: string): Promise<{ readonly seconds: number; readonly megabytes: number }> {
  const began = performance.now();
  const server = await ServerProcess.start(folder);
  try {
    await claimsOn(server);
    return { seconds: (performance.now() - began) / 1000, megabytes: memoryOf(server.processId) };
  } finally {
    await server.stop();
  }
}

for (const { events, seconds, megabytes } of SIZES.filter((size) => size.events <= MOST)) {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'));
  await fillLedger(folder, Math.ceil(events / EVENTS_A_FILE), claimFile);
  const made = await untilRead(folder, events);
  console.log(`  first start, read models made from the files of ${events} events: ${made.toFixed(1)} s`);
  const starts = [];
  for (let index = 0; index < STARTS; index += 1) starts.push(await firstAnswer(folder));
  const middle = starts.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(STARTS / 2)];
  const most = Math.max(...starts.map((start) => start.megabytes));
  console.log(
    `start to first desk answer with ${events} events: ${middle?.seconds.toFixed(2)} s (target < ${seconds}), ${most.toFixed(0)} MB${megabytes}`,
  );
  rmSync(folder, { recursive: true, force: true });
}
