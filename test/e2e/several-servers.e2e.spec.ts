import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '@uitkomst/ledger';
import { describeWithPostgres, PostgresServer } from '@uitkomst/ledger/testing';
import { testBsn } from './municipality.js';
import { ServerProcess } from './server-process.js';

const CLAIMS = 30;

interface Answered {
  readonly status: number;
  readonly claimId: string | undefined;
  readonly retryAfter: string | null;
}

async function claim(to: ServerProcess, token: string, index: number): Promise<Answered> {
  const answer = await fetch(`${to.url}/v1/claims`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `several-${index}`,
    },
    body: JSON.stringify({ bsn: testBsn(index), assertedOutflowOn: '2026-01-05', providerReference: `R-${index}` }),
  });
  const { claimId } = (await answer.json()) as { readonly claimId?: string };
  return { status: answer.status, claimId, retryAfter: answer.headers.get('retry-after') };
}

async function listed(from: ServerProcess, token: string): Promise<readonly string[]> {
  const answer = await fetch(`${from.url}/v1/claims?pageSize=100`, { headers: { authorization: `Bearer ${token}` } });
  const { results } = (await answer.json()) as { readonly results: readonly { readonly claimId: string }[] };
  return results.map(({ claimId }) => claimId);
}

/** Says of the first claim that a process has it in hand, for some seconds. */
async function holdFor(seconds: number, url: string): Promise<void> {
  const admin = openPostgres(url, { max: 1 });
  const until = Date.now() + seconds * 1000;
  await admin.query(`update request set answer = null, running_until = $1 where key = 'several-0'`, [until]);
  await admin.end();
}

/** Read models of one server may be a moment behind what another recorded. */
async function untilListed(from: ServerProcess, token: string, expected: number): Promise<readonly string[]> {
  for (let tries = 0; ; tries += 1) {
    const ids = await listed(from, token);
    if (ids.length >= expected || tries > 300) return ids;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describeWithPostgres('several servers on one PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-several-'));
  let postgres: PostgresServer;
  const servers: ServerProcess[] = [];
  beforeAll(async () => {
    postgres = await PostgresServer.start();
    // One after the other, since the first makes the keys and the tables.
    for (let count = 0; count < 2; count += 1)
      servers.push(await ServerProcess.start(folder, { LEDGER_URL: postgres.url() }));
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a request sent to both at once counts once, both list everything, and one goes on when the other or the database is killed', async () => {
    const [first, second] = servers as [ServerProcess, ServerProcess];
    const token = await first.token('PROVIDER', { organisation: 'AANBIEDER-A' });
    const both = await Promise.all(
      Array.from({ length: CLAIMS }, (_, index) =>
        Promise.all([claim(first, token, index), claim(second, token, index)]),
      ),
    );
    for (const answers of both) {
      // Whoever came second hears the same answer, or that the first is still at work.
      expect(answers.some(({ status }) => status === 201)).toBe(true);
      expect(answers.every(({ status }) => [201, 409].includes(status))).toBe(true);
      const ids = new Set(answers.flatMap(({ claimId }) => claimId ?? []));
      expect(ids.size).toBe(1);
    }
    const ids = new Set(both.flat().flatMap(({ claimId }) => claimId ?? []));
    for (const server of servers) expect(new Set(await untilListed(server, token, CLAIMS))).toEqual(ids);
    await first.killNine();
    for (let index = 0; index < CLAIMS; index += 1) {
      const { status, claimId } = await claim(second, token, index);
      expect({ status, known: ids.has(claimId ?? '') }).toEqual({ status: 201, known: true });
    }
    // As the killed one would have left a request that it had in hand.
    await holdFor(10, postgres.url());
    const { status, retryAfter } = await claim(second, token, 0);
    expect([status, ['9', '10'].includes(String(retryAfter))]).toEqual([409, true]);
    await holdFor(0, postgres.url());
    expect((await claim(second, token, 0)).status).toBe(201);
    await postgres.kill();
    expect((await claim(second, token, CLAIMS)).status).toBe(503);
    await postgres.run();
    expect((await claim(second, token, CLAIMS)).status).toBe(201);
    expect(await untilListed(second, token, CLAIMS + 1)).toHaveLength(CLAIMS + 1);
  });
});
