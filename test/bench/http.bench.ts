// Claims over HTTP, each on disk before it is answered, against a POST that only checks the token (rulings §8: ≥ 0.25 ×).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import autocannon, { type Request } from 'autocannon';
import { ServerProcess } from '../e2e/server-process.js';
import { fillLedger, REGISTERED } from './fill-ledger.js';
import { median } from './subject.js';

const CONNECTIONS = 64;
const SECONDS = 4;
const ROUNDS = 5;
/** Rounds before them, that warm both servers up. */
const WARM_UP = 2;
/** More than all rounds claim on: a second claim on a file is more work than the first. */
const CLIENTS = 50_000;
const REFERENCE = resolve('test/bench/http/token-only-server.mjs');

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'));
let number = 0;

interface Work {
  readonly path: string;
  readonly body: () => unknown;
}

async function perSecond(server: ServerProcess, token: string, { path, body }: Work): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const setupRequest = (request: Request): Request => ({
    ...request,
    headers: { ...headers, 'idempotency-key': `bench-${(number += 1)}` },
    body: JSON.stringify(body()),
  });
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [{ method: 'POST', path, setupRequest }],
  });
  if (result.non2xx > 0) throw new Error(`Not all were recorded: ${JSON.stringify(result.statusCodeStats)}`);
  return result['2xx'] / result.duration;
}

/** The read models are made before anything is measured. */
async function untilRead(server: ServerProcess): Promise<void> {
  const token = await server.token('AUDITOR');
  for (let count = 0; count < CLIENTS;) {
    const answer = await fetch(`${server.url}/v1/dossiers`, { headers: { authorization: `Bearer ${token}` } });
    ({ count } = (await answer.json()) as { count: number });
    await new Promise((wake) => setTimeout(wake, 200));
  }
}

async function run(): Promise<void> {
  const refs = await fillLedger(folder, CLIENTS, () => [REGISTERED]);
  const server = await ServerProcess.start(folder);
  const reference = await ServerProcess.start(join(folder, 'reference'), {}, REFERENCE);
  try {
    await untilRead(server);
    const provider = await server.token('PROVIDER', { organisation: 'AANBIEDER-A' });
    const nobody = await reference.token('PROVIDER', { organisation: 'AANBIEDER-A' });
    // A file of its own for each claim: what only checks the token uses up none.
    let claimed = 0;
    const body = (): unknown => ({
      dossierRef: refs[claimed % refs.length],
      jobId: `job-${claimed}`,
      providerReference: `R-${claimed}`,
    });
    const fresh = (): unknown => {
      claimed += 1;
      return body();
    };
    const ratios: number[] = [];
    for (let round = 1 - WARM_UP; round <= ROUNDS; round += 1) {
      const bare = await perSecond(reference, nobody, { path: '/v1/leeg', body });
      const claims = await perSecond(server, provider, { path: '/v1/claims', body: fresh });
      if (round <= 0) continue;
      ratios.push(claims / bare);
      console.log(
        `  round ${round}: ${claims.toFixed(0)} claims/s, ${bare.toFixed(0)} token checks/s, ratio ${(claims / bare).toFixed(2)}`,
      );
    }
    console.log(`HTTP, ${CONNECTIONS} connections: ratio ${median(ratios).toFixed(2)} (target ≥ 0.25)`);
  } finally {
    await Promise.all([server.stop(), reference.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

await run();
