import { openLedger, START, type Ledger, type Position, type RecordedEvent } from '@uitkomst/ledger';
import { anEvent, randomFrom, type Random } from '@uitkomst/ledger/testing';
import { onSqlEngines, type SqlEngine } from './engines.js';
import { Killable } from './killable.js';

/** `npm run storm` asks for ten thousand. */
const OUTCOMES = Number(process.env['STORM_ROUNDS'] ?? 1_000);
const RIVALS = 10;
const WRITERS = 12;
const APPENDS = 400;
const READERS = 3;
const SEED = Number(process.env['SEED'] ?? performance.now() * 1_000) >>> 0;
const LIMIT_MS = 60_000 + OUTCOMES * 100;

const programs: Killable[] = [];
afterEach(async () => {
  await Promise.all(programs.splice(0).map((program) => program.killNine()));
});

/** Programs of the ledger's own tests, all begun by one signal; gives what they said once they have ended. */
async function together(name: string, given: readonly (readonly string[])[]): Promise<readonly string[]> {
  const said: string[] = [];
  const started = given.map((options) => Killable.start(`libs/ledger/src/testing/${name}.ts`, ...options));
  programs.push(...started);
  for (const program of started) program.onLine((line) => said.push(line));
  for (const program of started) await program.until(() => program.said !== '', LIMIT_MS);
  for (const program of started) program.say('go');
  await Promise.all(started.map((program) => program.ended()));
  return said.filter((line) => line !== 'ready');
}

/** Rivals, or writers, divided over as many processes as the engine bears. */
const shares = (all: number, processes: number): readonly number[] =>
  Array.from({ length: processes }, (_, index) => Math.floor((all + index) / processes));

async function read(ledger: Ledger, after: Position = START): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of ledger.readAll({ after })) events.push(event);
  return events;
}

onSqlEngines(({ name, processes, fresh }: SqlEngine) => {
  test(
    `${OUTCOMES} outcomes, ${RIVALS} rivals each, from ${processes} process(es): one is acknowledged and one is stored`,
    async () => {
      const url = await fresh();
      const before = await openLedger(url);
      const busy = Array.from({ length: OUTCOMES / 2 }, (_, index) => 2 * index + 1);
      await Promise.all(busy.map((outcome) => before.append(`client-storm-${outcome}`, 'none', [anEvent()])));
      await before.close();
      const options = shares(RIVALS, processes).map((rivals) => [url, '0', String(OUTCOMES), String(rivals)]);
      const began = performance.now();
      const acknowledged = await together('storm-process', options);
      const seconds = ((performance.now() - began) / 1_000).toFixed(1);
      process.stdout.write(`${name}: ${OUTCOMES} outcomes × ${RIVALS} rivals in ${seconds} s\n`);
      const ledger = await openLedger(url, { readOnly: true });
      const stored = (await read(ledger)).filter(
        ({ stream, revision }) => revision === Number(stream.split('-')[2]) % 2,
      );
      expect(acknowledged).toHaveLength(OUTCOMES);
      expect(new Set(acknowledged)).toEqual(new Set(stored.map(({ stream, id }) => `${stream.split('-')[2]} ${id}`)));
      expect(await ledger.head()).toBe(OUTCOMES + busy.length - 1);
      await ledger.close();
    },
    LIMIT_MS,
  );

  test.each(['once', 'and once more'])(
    `${WRITERS} writers × ${APPENDS} appends with holds, ${READERS} readers: what is delivered is what is stored, in order, %s`,
    async () => {
      process.stdout.write(`no-skip on ${name}: SEED=${SEED}\n`);
      const url = await fresh();
      await (await openLedger(url)).close();
      const ledger = await openLedger(url, { readOnly: true });
      let writing = true;
      const random = randomFrom(SEED);
      const readers = [subscribed(ledger), resumed(ledger, random), polled(ledger, random, () => writing)];
      const options = shares(WRITERS, processes).map((writers, index, all) => {
        const first = all.slice(0, index).reduce((sum, each) => sum + each, 0);
        return [url, String(first), String(writers), String(APPENDS), String(SEED)];
      });
      await together('writing-process', options);
      writing = false;
      const stored = (await read(ledger)).map(({ id }) => id);
      expect(stored).toHaveLength(WRITERS * APPENDS);
      for (const reader of readers) expect(await reader(stored.length)).toEqual(stored);
      await ledger.close();
    },
    LIMIT_MS,
  );
});

/** Gives what it was delivered once that is so many, or after half a minute. */
type Reader = (expected: number) => Promise<readonly string[]>;

const untilSo = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 3_000 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
};

function subscribed(ledger: Ledger): Reader {
  const seen: string[] = [];
  const handler = async (batch: readonly RecordedEvent[]): Promise<void> => {
    seen.push(...batch.map(({ id }) => id));
  };
  ledger.subscribe({ after: START, handler });
  return async (expected) => {
    await untilSo(() => seen.length >= expected);
    return seen;
  };
}

/** Drops its subscription every now and then, and resumes from where it was. */
function resumed(ledger: Ledger, random: Random): Reader {
  const seen: RecordedEvent[] = [];
  const expected = { events: Number.POSITIVE_INFINITY };
  const someOf = (left: number): Promise<void> =>
    new Promise((dropped) => {
      const subscription = ledger.subscribe({
        after: seen.at(-1)?.position ?? START,
        handler: async (batch) => {
          seen.push(...batch.slice(0, left));
          left -= batch.length;
          if (left > 0) return;
          void subscription.close().finally(dropped);
          throw new Error('dropped before the rest of this batch');
        },
      });
    });
  const run = async (): Promise<void> => {
    while (seen.length < expected.events) await someOf(1 + random.below(200));
  };
  void run();
  return async (events) => {
    expected.events = events;
    await untilSo(() => seen.length >= events);
    return seen.map(({ id }) => id);
  };
}

/** Reads page by page, whatever is there. */
function polled(ledger: Ledger, random: Random, writing: () => boolean): Reader {
  const seen: RecordedEvent[] = [];
  const run = async (): Promise<void> => {
    for (let more = true; more;) {
      const last = !writing();
      const after = seen.at(-1)?.position ?? START;
      for await (const event of ledger.readAll({ after, max: 1 + random.below(300) })) seen.push(event);
      more = !last || (await ledger.head()) > (seen.at(-1)?.position ?? START);
      await new Promise((resolve) => setTimeout(resolve, random.below(5)));
    }
  };
  const running = run();
  return async () => {
    await running;
    return seen.map(({ id }) => id);
  };
}
