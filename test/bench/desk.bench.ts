// The work list with 10,000 claims: a filter answers in less than 200 ms at the server.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from '../e2e/server-process.js';
import { claimFile } from './claim-file.js';
import { fillLedger } from './fill-ledger.js';

const CLAIMS = 10_000;
const ROUNDS = 20;
const FILTERS = [
  '',
  '?state=IN_REVIEW&pageSize=25',
  '?contested=false&sort=-cents&pageSize=25',
  '?attention=NOTICE&pageSize=25',
  '?q=abc&pageSize=25',
  '?overdue=true&sort=dueOn&page=200&pageSize=25',
];

interface Desk {
  readonly count: number;
}

/** Milliseconds of processor the server used so far: what a request costs, however busy the machine is. */
const processorOf = (processId: number): number => {
  const fields = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'));
await fillLedger(folder, CLAIMS, claimFile);
const server = await ServerProcess.start(folder);
try {
  const authorization = `Bearer ${await server.token('OFFICER')}`;
  const ask = async (filter: string): Promise<Desk> => {
    const answer = await fetch(`${server.url}/v1/werkvoorraad${filter}`, { headers: { authorization } });
    if (answer.status !== 200) throw new Error(`${filter} answered ${answer.status}`);
    return (await answer.json()) as Desk;
  };
  while ((await ask('')).count < CLAIMS) await new Promise((wake) => setTimeout(wake, 500));
  for (const filter of FILTERS) {
    const times: number[] = [];
    const used = processorOf(server.processId);
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      await ask(filter);
      times.push(performance.now() - began);
    }
    const sorted = times.toSorted((a, b) => a - b);
    const [median = 0, most = 0] = [sorted[ROUNDS / 2], sorted.at(-1)];
    const cost = (processorOf(server.processId) - used) / ROUNDS;
    console.log(
      `/v1/werkvoorraad${filter}: median ${median.toFixed(0)} ms, most ${most?.toFixed(0)} ms (target < 200), ${cost.toFixed(0)} ms of processor`,
    );
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
