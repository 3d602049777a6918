import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TOPICS } from '@uitkomst/contracts';
import { describeWithPostgres, PostgresServer } from '@uitkomst/ledger/testing';
import { KafkaPublisher } from '@uitkomst/processes/kafka';
import { CloudEvent } from 'cloudevents';
import { CompactEncrypt, importJWK, type JWK } from 'jose';
import { ServerProcess } from '../e2e/server-process.js';
import { Broker, clientOf, noBroker } from './kafka-broker.js';
import { readTopics } from './read-topic.js';

const BSN = '123456782';
const WORKER = resolve('dist/apps/worker/src/main.js');
const folder = mkdtempSync(join(tmpdir(), 'uitkomst-worker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const command = (name: string, environment: Readonly<Record<string, string>>) =>
  spawnSync(process.execPath, [WORKER, name], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...environment },
    timeout: 60_000,
  });

test('a worker beside a ledger of one process refuses to start, and says why', () => {
  const { status, stderr } = command('run', { UITKOMST_DATA: folder });
  expect(status).toBe(1);
  expect(stderr).toMatch(/LEDGER_URL: API and worker write one ledger/);
  expect(stderr).toMatch(/READS_URL/);
});

test('a command there is not is refused with those there are', () => {
  const { status, stderr } = command('topic', {});
  expect([status, stderr.trim()]).toEqual([2, 'There is no command topic; there are run, topics, public-keys']);
});

async function until<T>(what: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 120; tries += 1) {
    const found = await what();
    if (found !== undefined) return found;
    await sleep(250);
  }
  throw new Error('It did not come');
}

const why = noBroker();
if (why !== undefined) process.stdout.write(`skipped: the scaled-out form (${why})\n`);
(why === undefined ? describeWithPostgres : describe.skip)('API and worker beside PostgreSQL and Kafka', () => {
  let postgres: PostgresServer;
  let broker: Broker;
  let environment: Readonly<Record<string, string>>;
  const running: ServerProcess[] = [];
  const start = async (main?: string): Promise<ServerProcess> => {
    const server = await ServerProcess.start(folder, environment, main);
    running.push(server);
    return server;
  };
  beforeAll(async () => {
    [postgres, broker] = await Promise.all([PostgresServer.start(), Broker.start()]);
    environment = {
      NODE_ENV: 'test',
      LEDGER_URL: postgres.url(),
      KAFKA_BROKERS: broker.address,
      OIN: '00000001003214345000',
      PUBLIC_URL: 'https://uitkomst.example.nl/v1',
      PROCESSES: 'worker',
      UITKOMST_DATA: folder,
    };
  });
  afterAll(async () => {
    for (const server of running) await server.stop();
    await broker.remove();
    await postgres.stop();
  });

  test('a fact that comes in by Kafka stands in the file, a claim goes out by Kafka, lists follow, and a second worker takes over', async () => {
    expect(command('topics', environment).stdout).toContain(`${TOPICS.claims}: created, 12 partition(s)`);
    expect(command('topics', environment).stdout).toContain(`${TOPICS.claims}: unchanged`);
    const shown = command('public-keys', environment);
    const [key] = (JSON.parse(shown.stdout) as { readonly keys: readonly JWK[] }).keys;
    const api = await start();
    const first = await start(WORKER);
    let keys = 0;
    const post = async (role: string, path: string, body: object): Promise<Record<string, unknown>> => {
      const token = await api.token(role, { organisation: 'WERKPLUS' });
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': `key-${(keys += 1)}`,
      };
      const answer = await fetch(`${api.url}/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      expect([path, answer.status < 300]).toEqual([path, true]);
      return (await answer.json()) as Record<string, unknown>;
    };
    await post('CASEMGR', '/dossiers', {
      bsn: BSN,
      validFrom: '2026-01-01',
      source: { system: 'SUITE' },
      assurance: 'AUTHORITATIVE',
    });

    const rows = [{ type: 'BenefitGranted', bsn: BSN, benefitId: 'B1', kind: 'BIJSTAND', validFrom: '2026-01-01' }];
    const delivery = JSON.stringify({ deliveryId: 'D1', system: 'GWS4ALL', completeThrough: '2026-01-31', rows });
    const sealed = await new CompactEncrypt(Buffer.from(delivery))
      .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', kid: key?.kid ?? '' })
      .encrypt(await importJWK(key ?? {}, 'ECDH-ES+A256KW'));
    const publisher = new KafkaPublisher(clientOf(broker));
    await publisher.publish([{ topic: TOPICS.deliveries, key: 'k', value: sealed, headers: {} }]);
    await publisher.close();
    const { claimId } = await post('PROVIDER', '/claims', { bsn: BSN, assertedOutflowOn: '2026-01-05' });

    const published = async (type: string): Promise<Record<string, unknown> | undefined> => {
      const received = await readTopics(clientOf(broker), TOPICS.claims, TOPICS.norms);
      const events = received.map(({ value }) => JSON.parse(value) as Record<string, unknown>);
      for (const event of events) expect(new CloudEvent(event).validate()).toBe(true);
      return events.find((event) => event['type'] === `nl.uitstroompremies.${type}.v1`);
    };
    expect(await until(() => published('claim-submitted'))).toMatchObject({ subject: claimId });
    expect(await until(() => published('source-watermark'))).toMatchObject({
      data: { system: 'GWS4ALL', completeThrough: '2026-01-31' },
    });
    const list = async (): Promise<unknown> => {
      const headers = { authorization: `Bearer ${await api.token('PROVIDER', { organisation: 'WERKPLUS' })}` };
      const answer = (await (await fetch(`${api.url}/v1/claims`, { headers })).json()) as {
        readonly results: readonly object[];
      };
      return answer.results.length === 1 ? answer.results : undefined;
    };
    expect(await until(list)).toMatchObject([{ claimId }]);

    const told = await fetch(`${api.url}/v1/leveringen`, {
      headers: { authorization: `Bearer ${await api.token('BENEFITS')}` },
    });
    expect(await told.json()).toMatchObject({
      results: [{ deliveryId: 'D1', recorded: 1, refused: 0, watermark: 'RECORDED', organisation: 'GWS4ALL' }],
    });

    const second = await start(WORKER);
    for (const server of [first, second])
      expect(await (await fetch(`${server.url}/health`)).json()).toMatchObject({ status: 'ok' });
    await first.killNine();
    const { claimId: other } = await post('PROVIDER', '/claims', { bsn: '111222333', assertedOutflowOn: '2026-01-06' });
    const everything = async (): Promise<readonly string[] | undefined> => {
      const received = await readTopics(clientOf(broker), TOPICS.claims, TOPICS.norms, TOPICS.seals);
      const events = received.map(
        ({ value }) => JSON.parse(value) as { subject: string; sequence: string; type: string },
      );
      const seen = events.filter(({ subject }) => subject === other).length > 0;
      return seen ? [...new Set(events.map(({ sequence }) => sequence))] : undefined;
    };
    const numbers = (await until(everything)).map(Number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  }, 180_000);
});
