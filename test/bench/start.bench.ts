// From the start of the process to the first answer of the desk, with 100,000 events on SQLite: < 2 s, < 300 MB.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benefitGranted, placementStarted, trajectAssigned } from '@uitkomst/domain/testing';
import { newPersonRef } from '@uitkomst/ledger';
import { ServerProcess } from '../e2e/server-process.js';
import { fillLedger, REGISTERED } from './fill-ledger.js';

const EVENTS = Number(process.env['EVENTS'] ?? 100_000);
const STARTS = 5;
const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'));

/** A file with three facts and a claim, as the municipality and a provider would leave it. */
function fileOf(personRef: string) {
  const claim = {
    outcomeType: 'WORK',
    milestone: 'SUSTAINED',
    claimId: `${personRef}.${newPersonRef()}`,
    providerId: 'SAGENN',
    submittedOn: '2026-01-05',
    jobId: 'j1',
    trajectId: 't1',
  };
  const facts = [benefitGranted({}), trajectAssigned({}), placementStarted({})];
  return [REGISTERED, ...facts, { type: 'ClaimSubmitted', payload: claim }];
}

const memoryOf = (processId: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1] ?? 0) / 1024;

async function firstAnswer(): Promise<{ readonly seconds: number; readonly megabytes: number }> {
  const began = performance.now();
  const server = await ServerProcess.start(folder);
  try {
    const token = await server.token('OFFICER');
    const answer = await fetch(`${server.url}/v1/werkvoorraad`, { headers: { authorization: `Bearer ${token}` } });
    if (answer.status !== 200) throw new Error(`The desk answered ${answer.status}`);
    await answer.json();
    return { seconds: (performance.now() - began) / 1000, megabytes: memoryOf(server.processId) };
  } finally {
    await server.stop();
  }
}

/** The read models are made once; what counts is every start after it. */
async function untilRead(): Promise<number> {
  const began = performance.now();
  const server = await ServerProcess.start(folder);
  const token = await server.token('OFFICER');
  for (;;) {
    const answer = await fetch(`${server.url}/v1/werkvoorraad`, { headers: { authorization: `Bearer ${token}` } });
    const { count } = (await answer.json()) as { readonly count: number };
    if (count >= EVENTS / 5) break;
    await new Promise((wake) => setTimeout(wake, 200));
  }
  await server.stop();
  return (performance.now() - began) / 1000;
}

await fillLedger(folder, EVENTS / 5, fileOf);
console.log(`  first start, read models made from ${EVENTS} events: ${(await untilRead()).toFixed(1)} s`);
const starts = [];
for (let index = 0; index < STARTS; index += 1) starts.push(await firstAnswer());
const middle = starts.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(STARTS / 2)];
const most = Math.max(...starts.map(({ megabytes }) => megabytes));
console.log(
  `start to first desk answer with ${EVENTS} events: ${middle?.seconds.toFixed(2)} s (target < 2), ${most.toFixed(0)} MB (target < 300)`,
);
rmSync(folder, { recursive: true, force: true });
