import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  LedgerUnavailable,
  openLedger,
  openPostgres,
  START,
  verifyBytes,
  type Ledger,
  type Position,
} from '@uitkomst/ledger';
import { anEvent, describeWithPostgres, PostgresServer, randomFrom } from '@uitkomst/ledger/testing';
import { Killable } from './killable.js';

/** `npm run crash` asks for a thousand, however long they take. */
const { CRASH_ROUNDS } = process.env;
const ROUNDS = Number(CRASH_ROUNDS ?? 60);
/** On a slow machine fewer rounds are run, and it says so. */
const BUDGET_MS = CRASH_ROUNDS === undefined ? 40_000 : Number.POSITIVE_INFINITY;
const CALLERS = 8;
const SEED = Number(process.env['SEED'] ?? performance.now() * 1_000) >>> 0;
const LIMIT_MS = 60_000 + ROUNDS * 5_000;

/** What callers were told, compared with what is stored. Each event is looked at once. */
class Oracle {
  private readonly acknowledged = new Map<string, string>();
  private readonly stored = new Map<string, string>();
  private position: Position = START;

  /** The event of this id is at this revision of this stream, the caller heard; perhaps after it was already seen. */
  hears(stream: string, revision: number, id: string): void {
    this.acknowledged.set(`${stream} ${revision}`, id);
  }

  get events(): number {
    return this.stored.size;
  }

  /** Gives everything that is not as it should be: lost, doubled, out of order, changed. */
  async faults(ledger: Ledger): Promise<readonly string[]> {
    const faults: string[] = [];
    const told = [...this.acknowledged]; // What is acknowledged while this reads may come after it.
    for await (const event of ledger.readAll({ after: this.position })) {
      if (event.position !== this.position + 1) faults.push(`${event.position} follows ${this.position}`);
      this.position = event.position;
      this.stored.set(`${event.stream} ${event.revision}`, event.id);
      faults.push(...verifyBytes(event).map((fault) => `${event.position}: ${fault}`));
    }
    for (const [place, id] of told) {
      this.acknowledged.delete(place);
      if (this.stored.get(place) !== id) faults.push(`${place} was acknowledged and is not what is stored`);
    }
    if (this.stored.size !== this.position + 1) faults.push('an event is there twice');
    return faults;
  }
}

/** Whether another round fits; at the end it says how many were run. */
function roundsOf(engine: string): (done: number) => boolean {
  const began = performance.now();
  return (done) => {
    const more = done < ROUNDS && performance.now() - began < BUDGET_MS;
    if (!more) process.stdout.write(`kill -9 on ${engine}: ${done} of ${ROUNDS} rounds\n`);
    return more;
  };
}

test(
  `SQLite: the process is killed with -9, up to ${ROUNDS} times: nothing acknowledged is lost, nothing is there twice`,
  async () => {
    process.stdout.write(`kill -9 on SQLite: SEED=${SEED}\n`);
    const folder = mkdtempSync(join(tmpdir(), 'uitkomst-killed-'));
    const url = `sqlite:${join(folder, 'ledger.db')}`;
    const random = randomFrom(SEED);
    const oracle = new Oracle();
    const another = roundsOf('SQLite');
    let round = 0;
    for (; another(round); round += 1) {
      const program = Killable.start(
        'libs/ledger/src/testing/appending-process.ts',
        url,
        String(CALLERS),
        String(round),
      );
      program.onLine((line) => {
        const [stream = '', revision, id] = line.split(' ');
        if (id?.length === 36) oracle.hears(stream, Number(revision), id);
      });
      await program.until(() => program.said.startsWith('client-'), LIMIT_MS);
      await sleep(random.below(60));
      await program.killNine();
      await program.ended();
      // The dead process holds no lock, and what it left is whole.
      const ledger = await openLedger(url);
      expect(await oracle.faults(ledger)).toEqual([]);
      await ledger.close();
    }
    expect(oracle.events).toBeGreaterThan(round * CALLERS);
    rmSync(folder, { recursive: true });
  },
  LIMIT_MS,
);

describeWithPostgres('PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await PostgresServer.start();
  });
  afterAll(() => server.stop());

  test(
    `a backend or the whole server is killed with -9, up to ${ROUNDS} times in all: nothing acknowledged is lost, nothing is there twice`,
    async () => {
      process.stdout.write(`kill -9 on PostgreSQL: SEED=${SEED}\n`);
      const random = randomFrom(SEED);
      const ledger = await openLedger(server.url());
      const oracle = new Oracle();
      const callers = Array.from({ length: CALLERS }, (_, caller) => new Caller(ledger, `client-${caller}`, oracle));
      const another = roundsOf('PostgreSQL');
      let round = 0;
      for (; another(round); round += 1) {
        await sleep(random.below(80));
        if (round % 2 === 0) await killBackend();
        else {
          await server.kill();
          await server.run();
        }
        expect(await eventually(() => oracle.faults(ledger))).toEqual([]);
      }
      const asked = await Promise.all(callers.map((caller) => caller.end()));
      expect(await oracle.faults(ledger)).toEqual([]);
      expect(oracle.events).toBe(asked.reduce((sum, count) => sum + count, 0));
      expect(oracle.events).toBeGreaterThan(round * CALLERS);
      await ledger.close();
    },
    LIMIT_MS,
  );

  /** The one that stores: the server then ends all others and recovers. */
  async function killBackend(): Promise<void> {
    const admin = openPostgres(server.url(), { max: 1 });
    const { rows } = await admin.query<{ pid: number }>(
      `select pid from pg_stat_activity where pid <> pg_backend_pid() and query like '%append_batch%'`,
    );
    for (const { pid } of rows) process.kill(pid, 'SIGKILL');
    await admin.end().catch(() => undefined);
  }
});

/** While the server recovers nothing can be read. */
async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error;
      await sleep(20);
    }
}

/** Appends one event after another; what is not answered is asked again with the same ids, as every caller does. */
class Caller {
  private ended = false;
  private readonly running: Promise<number>;

  constructor(
    private readonly ledger: Ledger,
    private readonly stream: string,
    private readonly oracle: Oracle,
  ) {
    this.running = this.run();
  }

  /** Gives how many events it has had stored. */
  end(): Promise<number> {
    this.ended = true;
    return this.running;
  }

  private async run(): Promise<number> {
    let revision = 0;
    for (; !this.ended; revision += 1) {
      const event = anEvent();
      const expected = revision === 0 ? 'none' : revision - 1;
      const result = await eventually(() => this.ledger.append(this.stream, expected, [event]));
      if (!result.ok) throw new Error(`${this.stream} at ${revision}: ${JSON.stringify(result)}`);
      this.oracle.hears(this.stream, revision, event.id);
    }
    return revision;
  }
}
