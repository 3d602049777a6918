import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { testBsn } from './municipality.js';
import { ServerProcess } from './server-process.js';

const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 20);
const SEED = Number(process.env['SEED'] ?? Math.floor(performance.timeOrigin) % 1_000_000);
const CLAIMS = 200;
const CALLERS = 16;

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-crash-'));
let server: ServerProcess | undefined;
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Small and repeatable: the seed is printed, and says at which acknowledgement the process is killed. */
let state = SEED;
const below = (limit: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return state % limit;
};

interface Claimed {
  readonly claimId: string;
}

/** Posts one claim; undefined when the process died before it answered. */
async function claim(to: ServerProcess, token: string, index: number): Promise<string | undefined> {
  try {
    const answer = await fetch(`${to.url}/v1/claims`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': `crash-${index}`,
      },
      body: JSON.stringify({ bsn: testBsn(index), assertedOutflowOn: '2026-01-05', providerReference: `R-${index}` }),
    });
    if (answer.status !== 201) return undefined;
    return ((await answer.json()) as Claimed).claimId;
  } catch {
    return undefined;
  }
}

/** Sixteen callers at once, until all are through or the process is gone. */
async function claimAll(indexes: readonly number[], post: (index: number) => Promise<void>): Promise<void> {
  const queue = [...indexes];
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      for (let index = queue.shift(); index !== undefined; index = queue.shift()) await post(index);
    }),
  );
}

async function allListed(from: ServerProcess, token: string): Promise<void> {
  for (let count = 0; count < ROUNDS * CLAIMS; await sleep(100)) {
    const answer = await fetch(`${from.url}/v1/claims?pageSize=1`, { headers: { authorization: `Bearer ${token}` } });
    ({ count } = (await answer.json()) as { readonly count: number });
  }
}

/** All claims listed, once the read model has come as far: while rows still come, those of later pages move. */
async function listed(from: ServerProcess, token: string): Promise<readonly string[]> {
  await allListed(from, token);
  const ids: string[] = [];
  for (let url: string | null = `${from.url}/v1/claims?pageSize=100`; url !== null;) {
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const page = (await answer.json()) as { readonly results: readonly Claimed[]; readonly next: string | null };
    ids.push(...page.results.map(({ claimId }) => claimId));
    url = page.next === null ? null : new URL(page.next, from.url).href;
  }
  return ids;
}

test(`kill -9 during ${CLAIMS} claims, ${ROUNDS} rounds: every acknowledged claim is there, none twice`, async () => {
  process.stdout.write(`seed ${SEED}\n`);
  const all = new Map<number, string>();
  server = await ServerProcess.start(folder);
  const token = await server.token('PROVIDER', { organisation: 'AANBIEDER-A' });
  for (let round = 0; round < ROUNDS; round += 1) {
    const running: ServerProcess = server;
    const indexes = Array.from({ length: CLAIMS }, (_, index) => round * CLAIMS + index);
    const acknowledged = new Map<number, string>();
    const killAt = 1 + below(CLAIMS - 1);
    await claimAll(indexes, async (index) => {
      const claimId = await claim(running, token, index);
      if (claimId === undefined) return;
      acknowledged.set(index, claimId);
      if (acknowledged.size === killAt) await running.killNine();
    });
    expect(acknowledged.size).toBeGreaterThanOrEqual(killAt);
    const restarted: ServerProcess = await ServerProcess.start(folder);
    server = restarted;
    for (const claimId of acknowledged.values()) {
      const answer = await fetch(`${restarted.url}/v1/claims/${claimId}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(200);
    }
    await claimAll(indexes, async (index) => {
      const again = await claim(restarted, token, index);
      expect(again).toBeDefined();
      expect(acknowledged.get(index) ?? again).toBe(again);
      all.set(index, again ?? '');
    });
    expect(new Set(all.values()).size).toBe((round + 1) * CLAIMS);
  }
  const ids = await listed(server, token);
  expect(ids).toHaveLength(ROUNDS * CLAIMS);
  expect(new Set(ids)).toEqual(new Set(all.values()));
}, 7_200_000);
