import { dayOf, type Day } from '@uitkomst/domain';
import { temporaryFolder } from '@uitkomst/projections/testing';
import type { Timers } from '../ports.js';
import { C1, town, type Town } from '../testing/town.js';
import { MaturityClock } from './maturity-clock.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const errors: unknown[] = [];
const never: Timers = { every: () => () => undefined };
const clockOf = ({ send, due }: Pick<Town, 'send' | 'due'>, today: () => Day = () => dayOf('2009-04-02')) =>
  new MaturityClock({
    agenda: (day, { offset }) => (offset === 0 ? due(day) : Promise.resolve([])),
    send,
    today,
    timers: never,
    onError: (error) => errors.push(error),
  });
const outcome = async (place: Town) => (await place.file()).claims.get(C1)?.determination?.payload.outcome;

test('a claim that waited for its term and the registers becomes payable on the day they are there, by the clock alone', async () => {
  const place = await town(folder.reads());
  await place.registersComplete('2009-04-01');
  expect(await outcome(place)).toBe('PENDING');
  expect(await clockOf(place).runOnce(dayOf('2008-10-02'))).toEqual({ done: 0, failed: 0 });
  expect(await clockOf(place).runOnce(dayOf('2009-04-02'))).toEqual({ done: 1, failed: 0 });
  expect(await outcome(place)).toBe('ELIGIBLE');
  expect(errors).toEqual([]);
});

test('the clock may run twice, late or on two machines: the file is decided once', async () => {
  const place = await town(folder.reads());
  await place.registersComplete('2009-04-01');
  const seenByBoth = await place.due(dayOf('2009-04-02'));
  const due: Town['due'] = () => Promise.resolve(seenByBoth);
  const [one, other] = [clockOf({ ...place, due }), clockOf({ ...place, due })];
  await Promise.all([one.runOnce(), other.runOnce()]);
  const after = (await place.file()).revision;
  await one.runOnce();
  await clockOf(place).runOnce(dayOf('2009-06-30'));
  expect((await place.file()).revision).toBe(after);
  const ids = place.sent.map(({ commandId }) => commandId);
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-/.test(id))).toBe(true);
  expect(ids).toEqual([ids[0], ids[0]]);
});

test('a file that fails is reported and asked again; the others are not held up', async () => {
  const place = await town(folder.reads());
  await place.registersComplete('2009-04-01');
  const due = async (today: Day) => [
    {
      municipality: '0392',
      personRef: 'zzzzzzzzzzzzz',
      claimId: 'zzzzzzzzzzzzz.a',
      kind: 'NEXT_CHANGE' as const,
      dueOn: '2009-01-01',
    },
    ...(await place.due(today)),
  ];
  let outages = 1;
  const send: Town['send'] = async (task) => {
    if (task.personRef.startsWith('z') && outages-- > 0) throw new Error('unreachable');
    return place.send(task);
  };
  const clock = clockOf({ send, due });
  errors.length = 0;
  expect(await clock.runOnce()).toEqual({ done: 1, failed: 1 });
  expect(errors).toHaveLength(1);
  expect(await outcome(place)).toBe('ELIGIBLE');
  expect(await clock.runOnce()).toEqual({ done: 1, failed: 0 });
});

test('it looks on every tick and stops when told to', async () => {
  const place = await town(folder.reads());
  const ticks: (() => void)[] = [];
  let stopped = false;
  const timers: Timers = {
    every: (_, callback) => {
      ticks.push(callback);
      return () => (stopped = true);
    },
  };
  let days = 0;
  const today = (): Day => dayOf(`2009-04-0${(days += 1)}`);
  const clock = new MaturityClock({
    agenda: () => Promise.resolve([]),
    send: place.send,
    today,
    timers,
    onError: () => undefined,
  });
  clock.start();
  await clock.stop();
  for (const tick of ticks) tick();
  await clock.stop();
  expect([days, stopped]).toEqual([2, true]);
});
