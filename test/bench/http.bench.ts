// Claims over HTTP, each on disk before it is answered, against a POST that only checks the token (rulings §8: ≥ 0.25 ×).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import autocannon, { type Request } from 'autocannon';
import { testBsn } from '../e2e/municipality.js';
import { ServerProcess } from '../e2e/server-process.js';

const CONNECTIONS = 64;
const SECONDS = 6;
const ROUNDS = 3;
const CLIENTS = 6_000;
const REFERENCE = resolve('test/bench/token-only-server.mjs');

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

/** Files to claim on, opened by the case manager. */
async function openFiles(server: ServerProcess): Promise<readonly string[]> {
  const token = await server.token('CASEMGR');
  const refs: string[] = [];
  const queue = Array.from({ length: CLIENTS }, (_, index) => index);
  const open = async (index: number): Promise<void> => {
    const answer = await fetch(`${server.url}/v1/dossiers`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': `open-${index}`,
      },
      body: JSON.stringify({
        bsn: testBsn(index),
        validFrom: '2025-01-06',
        source: { system: 'SUITE' },
        assurance: 'AUTHORITATIVE',
      }),
    });
    const { dossierRef } = (await answer.json()) as { readonly dossierRef: string };
    refs.push(dossierRef);
  };
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let index = queue.pop(); index !== undefined; index = queue.pop()) await open(index);
    }),
  );
  return refs;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function run(): Promise<void> {
  const server = await ServerProcess.start(join(folder, 'product'));
  const reference = await ServerProcess.start(join(folder, 'reference'), {}, REFERENCE);
  try {
    const refs = await openFiles(server);
    const provider = await server.token('PROVIDER', { organisation: 'AANBIEDER-A' });
    const nobody = await reference.token('PROVIDER', { organisation: 'AANBIEDER-A' });
    const body = (): unknown => ({
      dossierRef: refs[number % refs.length],
      jobId: `job-${number}`,
      providerReference: `R-${number}`,
    });
    const ratios: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const bare = await perSecond(reference, nobody, { path: '/v1/leeg', body });
      const claims = await perSecond(server, provider, { path: '/v1/claims', body });
      if (round === 0) continue; // The first round warms both up.
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
