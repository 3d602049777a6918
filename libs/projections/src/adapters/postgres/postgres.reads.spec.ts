import { openPostgres } from '@uitkomst/ledger';
import { describeWithPostgres, PostgresServer } from '@uitkomst/ledger/testing';
import { idempotencyContract } from '../../contract/idempotency.contract.js';
import { leasesContract, questionsContract, upgradesContract } from '../../contract/reads.contract.js';
import { otherLedgerContract } from '../../contract/other-ledger.contract.js';
import { rebuildContract, runnerContract, writingContract } from '../../contract/runner.contract.js';
import { ReadsUnavailable } from '../../reads.js';
import { openReadStore, type OpenReadStore } from '../open-read-store.js';

describeWithPostgres('PostgreSQL', () => {
  let server: PostgresServer;
  let schemas = 0;
  const opened: OpenReadStore[] = [];
  beforeAll(async () => {
    server = await PostgresServer.start();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map(({ reads }) => reads.close()));
  });
  afterAll(() => server.stop());

  const open = async (name = `s${(schemas += 1)}`): Promise<OpenReadStore> => {
    const admin = openPostgres(server.url(), { max: 1 });
    await admin.query(`create schema if not exists ${name}`);
    await admin.end();
    const store = await openReadStore(server.url(name));
    opened.push(store);
    return store;
  };
  const reads = async (name?: string) => (await open(name)).reads;

  describe('questions', () => {
    questionsContract(reads);
  });
  describe('after an upgrade', () => {
    upgradesContract(reads);
  });
  describe('leases', () => {
    leasesContract(reads);
  });
  describe('keeping up', () => {
    runnerContract(reads);
  });
  describe('built anew', () => {
    rebuildContract(reads);
    otherLedgerContract(reads);
  });
  describe('writing', () => {
    writingContract(reads);
  });
  describe('earlier answers', () => {
    idempotencyContract(async (name) => (await open(name)).keys);
  });

  test('who asks what another process runs is told how long it may hold the key, and gets it then', async () => {
    const long = { organisation: 'SAGENN', key: 'held', fingerprint: 'f', nowMs: 1_000, keepMs: 500_000 };
    await (await open('held')).keys.begin(long);
    const { keys } = await open('held');
    expect(await keys.begin({ ...long, nowMs: 11_000 })).toEqual({ state: 'RUNNING', restMs: 20_000 });
    expect(await keys.begin({ ...long, nowMs: 11_000 + 20_000 })).toEqual({ state: 'NEW' });
  });

  test('a server that is away is told so, and the store works again when it is back', async () => {
    const store = await open();
    const request = { organisation: 'SAGENN', key: 'k', fingerprint: 'f', nowMs: 1, keepMs: 500 };
    await store.keys.begin(request);
    await server.kill();
    await expect(store.reads.cursor('relay')).rejects.toThrow(ReadsUnavailable);
    await expect(store.reads.moveCursors({ relay: 3 })).rejects.toThrow(ReadsUnavailable);
    await expect(store.keys.begin(request)).rejects.toThrow(ReadsUnavailable);
    await store.keys.finish(request, { status: 201 }); // What was recorded is answered all the same.
    await store.keys.abandon(request);
    await server.run();
    expect(await store.reads.cursor('relay')).toBe(-1);
    // What was running may be forgotten with the server's power: then it is heard on its stream.
    expect(['RUNNING', 'NEW']).toContain((await store.keys.begin(request)).state);
  });

  test('processes that start together make the tables once', async () => {
    await open('together');
    const stores = await Promise.all(Array.from({ length: 4 }, () => open('together')));
    expect(await Promise.all(stores.map(({ reads: each }) => each.cursor('relay')))).toEqual([-1, -1, -1, -1]);
  });
});
