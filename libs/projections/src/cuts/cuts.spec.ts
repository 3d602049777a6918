import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '@uitkomst/domain';
import { memoryLedger, START, type Ledger, type Position, type ReadAllOptions } from '@uitkomst/ledger';
import { manualClock } from '@uitkomst/ledger/testing';
import { openReadStore } from '../adapters/open-read-store.js';
import { CLAIMS_DESK } from '../claims-desk/claims-desk.projection.js';
import { CLIENT_INDEX } from '../client-index/client-index.projection.js';
import { ProjectionRunner } from '../runner.js';
import { invited, record } from '../testing/recording.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { CutBuilding, CutBusy, Cuts, CutTooLarge } from './cuts.js';
import type { CutLimits } from './cut-stores.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const DAY = dayOf('2026-05-01');
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
let made = 0;

function place(limits: Partial<CutLimits> = {}, readable: Promise<unknown> = Promise.resolve()) {
  const clock = manualClock('2026-05-01T10:00:00Z');
  const ledger = slowly(memoryLedger({ clock }), readable);
  const dataFolder = join(folder.path, `data-${(made += 1)}`);
  const cuts = new Cuts({ ledger, ledgerUrl: 'memory:', dataFolder, clock, limits });
  return { ledger, cuts, dataFolder };
}

/** The same ledger on a disk that gives nothing before its time. */
const slowly = (ledger: Ledger, readable: Promise<unknown>): Ledger =>
  Object.assign(Object.create(ledger) as Ledger, {
    readAll: async function* readAll(options: ReadAllOptions = {}) {
      await readable;
      yield* ledger.readAll(options);
    },
  });

function gate() {
  const doors: (() => void)[] = [];
  const opened = new Promise<void>((resolve) => doors.push(resolve));
  return { open: () => doors[0]?.(), opened };
}

async function clients(ledger: Ledger, from: number, count: number): Promise<Position> {
  for (let n = from; n < from + count; n += 1)
    await record(ledger, `client-0392-aaaaaaaaaaaa${LETTERS[n] ?? 'a'}`, invited('SPRING'));
  return ledger.head();
}

test('a past state has the rows that a ledger ending there gives, whatever was recorded later', async () => {
  const { ledger, cuts } = place();
  const then = await clients(ledger, 0, 5);
  const { reads: short } = await openReadStore('memory:');
  await new ProjectionRunner({ ledger, reads: short, projections: [CLIENT_INDEX, CLAIMS_DESK] }).catchUp();
  const now = await clients(ledger, 3, 9);
  const [past, present] = [await cuts.at({ position: then, day: DAY }), await cuts.at({ position: now, day: DAY })];
  expect(await past.reads.hash(CLIENT_INDEX)).toBe(await short.hash(CLIENT_INDEX));
  expect(await past.reads.count(CLIENT_INDEX)).toBe(5);
  expect(await present.reads.count(CLIENT_INDEX)).toBe(12);
  expect(await (await cuts.at({ position: START, day: DAY })).reads.count(CLIENT_INDEX)).toBe(0);
  await cuts.close();
});

test('many who ask for the same past state share one; its file goes when it is let go', async () => {
  const { ledger, cuts, dataFolder } = place({ kept: 2 });
  const position = await clients(ledger, 0, 4);
  const asked = await Promise.all(Array.from({ length: 20 }, () => cuts.at({ position, day: DAY })));
  expect(new Set(asked.map(({ reads }) => reads)).size).toBe(1);
  for (const day of ['2026-05-02', '2026-05-03', '2026-05-04']) await cuts.at({ position, day: dayOf(day) });
  const again = await cuts.at({ position, day: DAY });
  expect(again.reads).not.toBe(asked[0]?.reads);
  expect(await asked[0]?.reads.count(CLIENT_INDEX)).toBe(4); // Who still holds it may go on for a moment.
  await cuts.close();
  expect(readdirSync(dataFolder)).toEqual([]);
});

test('who has waited long enough is told how far it has come, and finds it a moment later', async () => {
  const disk = gate();
  const { ledger, cuts } = place({ patienceMs: 5 }, disk.opened);
  const position = await clients(ledger, 0, 20);
  for (let time = 0; time < 2; time += 1)
    await expect(cuts.at({ position, day: DAY })).rejects.toMatchObject({ name: 'CutBuilding', percent: 0 });
  disk.open();
  let past = await cuts.at({ position, day: DAY }).catch((error: unknown) => error);
  while (past instanceof CutBuilding) past = await cuts.at({ position, day: DAY }).catch((error: unknown) => error);
  expect(past).toMatchObject({ reads: expect.anything() });
  await cuts.close();
});

test('no more wait than may, and what grows too large is given up and can be asked again', async () => {
  const disk = gate();
  const { ledger, cuts, dataFolder } = place({ patienceMs: 5, waiting: 2 }, disk.opened);
  const position = await clients(ledger, 0, 3);
  const days = ['2026-05-02', '2026-05-03'].map(dayOf);
  for (const day of days) await expect(cuts.at({ position, day })).rejects.toThrow(CutBuilding);
  await expect(cuts.at({ position, day: DAY })).rejects.toThrow(CutBusy);
  disk.open();
  await cuts.close();
  expect(readdirSync(dataFolder)).toEqual([]);
  const small = place({ bytes: 1 });
  const there = await clients(small.ledger, 0, 3);
  for (let time = 0; time < 2; time += 1)
    await expect(small.cuts.at({ position: there, day: DAY })).rejects.toThrow(CutTooLarge);
  await small.cuts.close();
});
