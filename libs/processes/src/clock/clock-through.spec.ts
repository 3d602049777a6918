import { addDays, claimState, dayOf, type Day } from '@uitkomst/domain';
import { temporaryFolder } from '@uitkomst/projections/testing';
import { C1, town, type Town } from '../testing/town.js';
import { clockThrough } from './clock-through.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const FIRST = dayOf('2008-10-02');
const LAST = dayOf('2009-06-30');
const fail = (error: unknown): never => {
  throw error;
};

/** The registers tell what is complete as the months go by. */
async function ripening(): Promise<Town> {
  const place = await town(folder.reads());
  await place.registersComplete('2009-06-30');
  return place;
}

const through = async ({ ledger, reads, runner, send }: Town, day: Day) => {
  await runner.catchUp();
  const projecting = { waitUntil: async () => runner.catchUp().then(() => true) };
  return clockThrough({ ledger, reads, projecting, send, onError: fail }, day);
};

/** What was decided, whatever was looked at on the way. */
async function decided(place: Town) {
  const file = await place.file();
  const { decisionHash, outcome, cents } = file.claims.get(C1)?.determination?.payload ?? {};
  return { state: claimState(file, C1, { today: LAST }), decisionHash, outcome, cents };
}

test('late by months it decides what it would have decided day by day', async () => {
  const [daily, late] = [await ripening(), await ripening()];
  for (let day = FIRST; day <= LAST; day = addDays(day, 1)) await through(daily, day);
  expect(await through(late, LAST)).toEqual({ done: 1, failed: 0 });
  expect(await decided(late)).toEqual(await decided(daily));
  expect((await decided(late)).outcome).toBe('ELIGIBLE');
});

test('run twice it does nothing the second time', async () => {
  const place = await ripening();
  await through(place, LAST);
  const { revision } = await place.file();
  expect(await through(place, LAST)).toEqual({ done: 0, failed: 0 });
  expect((await place.file()).revision).toBe(revision);
});

test('on two machines at once the file is decided once', async () => {
  const [one, both] = [await ripening(), await ripening()];
  await through(one, LAST);
  await Promise.all([through(both, LAST), through(both, LAST)]);
  expect((await both.file()).revision).toBe((await one.file()).revision);
});
