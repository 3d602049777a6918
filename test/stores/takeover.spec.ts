import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLedger, openPostgres, type Ledger } from '@uitkomst/ledger';
import { anEvent, describeWithPostgres, PostgresServer } from '@uitkomst/ledger/testing';
import { ALL_PROJECTIONS, openReadStore, ProjectionRunner } from '@uitkomst/projections';
import { Killable } from './killable.js';

/** Long enough that a busy machine does not let it lapse by itself. */
const LEASE_MS = 2_500;
const PATIENCE_MS = 120_000;
const TURNS_MAX = 10;

interface Places {
  readonly ledger: string;
  readonly reads: string;
  readonly fresh: string;
}

/** A process that shares the read store, with all it said. */
class Worker {
  readonly told: string[] = [];
  private constructor(readonly process: Killable) {}
  static readonly started: Killable[] = [];

  static async start({ ledger, reads }: Places): Promise<Worker> {
    const worker = new Worker(Killable.start('test/stores/projecting-process.ts', ledger, reads, String(LEASE_MS)));
    Worker.started.push(worker.process);
    worker.process.onLine((line) => worker.told.push(line));
    return worker;
  }

  async says(line: string, from = this.told.length): Promise<void> {
    if (!(await this.saysWithin(PATIENCE_MS, line, from)))
      throw new Error(`Never said ${line}, but ${this.told.slice(-5).join(', ')}`);
  }

  saysWithin(limitMs: number, line: string, from: number): Promise<boolean> {
    return this.process.until(() => this.told.slice(from).includes(line), limitMs);
  }

  /** How far readers saw, as far as it knew: also what another had written, found when it takes over or hears that it was overtaken. */
  get reached(): readonly number[] {
    return this.numbers('reached');
  }

  get wrote(): readonly number[] {
    return this.numbers('wrote');
  }

  private numbers(word: string): readonly number[] {
    return this.told.flatMap((line) => (line.startsWith(`${word} `) ? [Number(line.slice(word.length + 1))] : []));
  }
}

/** Records on and on, until told to stop. */
class Recording {
  private ended = false;
  private readonly running: Promise<void>;

  constructor(private readonly ledger: Ledger) {
    this.running = this.run();
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.running;
  }

  private async run(): Promise<void> {
    for (let count = 0; !this.ended; count += 1) {
      const round = Math.floor(count / 8);
      const stream = `client-0392-aaaaaaaaaaaa${'abcdefgh'[count % 8]}`;
      await this.ledger.append(stream, round === 0 ? 'none' : round - 1, [anEvent()]);
      await sleep(4);
    }
  }
}

/** One falls asleep and the other leads. Asleep in the midst of a write it would hold up the whole store: then it wakes and tries again. */
async function overtaken(first: Worker, second: Worker): Promise<void> {
  const from = second.told.length;
  for (let turn = 0; turn < TURNS_MAX; turn += 1) {
    first.process.pause();
    if (await second.saysWithin(4 * LEASE_MS, 'leads', from)) return;
    first.process.resume();
    await sleep(LEASE_MS / 10);
  }
  throw new Error(`Never overtaken, but ${second.told.slice(-5).join(', ')}`);
}

/** Gives the positions that both wrote: what was written is written, whoever tells of it. */
async function takenOver(places: Places): Promise<readonly number[]> {
  const ledger = await openLedger(places.ledger);
  const recording = new Recording(ledger);
  const first = await Worker.start(places);
  await first.says('leads');
  const second = await Worker.start(places);
  await second.process.until(() => false, LEASE_MS);
  const before = first.told.length;
  await overtaken(first, second);
  const whileFirstSlept = first.wrote.length;
  first.process.resume();
  await first.says('stands by', before);
  // The answer to what it wrote last may have waited for it to wake; what it tries to write after that is refused.
  expect(first.wrote.length).toBeLessThanOrEqual(whileFirstSlept + 1);
  await second.process.until(() => second.wrote.length > 0, PATIENCE_MS);
  await second.process.killNine();
  await first.says('leads');
  await recording.end();
  const head = await ledger.head();
  await first.process.until(() => first.reached.at(-1) === head, PATIENCE_MS);
  await first.process.killNine();
  await equalToFresh(ledger, places);
  await ledger.close();
  expect(Math.min(first.wrote.length, second.wrote.length)).toBeGreaterThan(0);
  const others = new Set(second.wrote);
  return first.wrote.filter((position) => others.has(position));
}

async function equalToFresh(ledger: Ledger, { reads, fresh }: Places): Promise<void> {
  const [shared, anew] = [await openReadStore(reads), await openReadStore(fresh)];
  await new ProjectionRunner({ ledger, reads: anew.reads, projections: ALL_PROJECTIONS }).catchUp();
  for (const projection of ALL_PROJECTIONS)
    expect(await shared.reads.hash(projection)).toBe(await anew.reads.hash(projection));
  await Promise.all([shared.close(), anew.close()]);
}

afterEach(async () => {
  await Promise.all(Worker.started.splice(0).map((worker) => worker.killNine()));
});

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-takeover-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => `sqlite:${join(folder, name)}`;

test('SQLite: of two workers the one paused and overtaken writes nothing when it wakes, and the one killed is replaced', async () => {
  const places = { ledger: file('ledger.db'), reads: file('reads.db'), fresh: file('fresh.db') };
  expect(await takenOver(places)).toEqual([]);
});

describeWithPostgres('PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await PostgresServer.start();
    const admin = openPostgres(server.url(), { max: 1 });
    for (const schema of ['shared', 'fresh']) await admin.query(`create schema ${schema}`);
    await admin.end();
  });
  afterAll(() => server.stop());

  test('of two workers the one paused and overtaken writes nothing when it wakes, and the one killed is replaced', async () => {
    const places = { ledger: server.url('shared'), reads: server.url('shared'), fresh: server.url('fresh') };
    expect(await takenOver(places)).toEqual([]);
  });
});
