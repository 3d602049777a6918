import { dayOf, type Actor, type ClientFileCommand, type Day } from '@uitkomst/domain';
import { approver2, benefits, factOf, finance, officer, provider, settlePayment } from '@uitkomst/domain/testing';
import { temporaryFolder } from '@uitkomst/projections/testing';
import type { Timers } from '../ports.js';
import { C1, PERSON, TOWN, town, type Town } from '../testing/town.js';
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

test('what nothing happened to for five years is closed, once, however late and on however many machines', async () => {
  const place = await town(folder.reads());
  const ended = await place.ask({ type: 'WithdrawClaim', claimId: C1, reason: 'MISTAKE' }, provider(), '2008-10-02');
  expect(ended.ok).toBe(true);
  expect(await clockOf(place).runOnce(dayOf('2013-10-02'))).toEqual({ done: 0, failed: 0 });
  const seenByBoth = await place.due(dayOf('2015-01-05'));
  expect(seenByBoth.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([['CLOSING', '2013-10-03']]);
  const due: Town['due'] = () => Promise.resolve(seenByBoth);
  const [one, other] = [clockOf({ ...place, due }, longAfter), clockOf({ ...place, due }, longAfter)];
  await Promise.all([one.runOnce(), other.runOnce()]);
  await clockOf(place).runOnce(dayOf('2015-01-06'));
  const closed = (await types(place)).filter((type) => type === 'ClaimClosed');
  expect(closed).toHaveLength(1);
  expect(await place.due(dayOf('2030-01-01'))).toEqual([]);
});

test('money that was asked back too late is let go by the clock, on the day after the horizon', async () => {
  const place = await town(folder.reads());
  await paidAndRelapsed(place);
  expect((await place.file()).clawbacks.map(({ state }) => state)).toEqual(['PROPOSED']);
  const due = await place.due(dayOf('2014-04-03'));
  expect(due.find(({ kind }) => kind === 'CLAWBACK_HORIZON')?.dueOn).toBe('2014-04-03');
  await clockOf(place).runOnce(dayOf('2014-04-02'));
  expect((await place.file()).clawbacks.map(({ state }) => state)).toEqual(['PROPOSED']);
  await clockOf(place).runOnce(dayOf('2014-04-03'));
  await clockOf(place).runOnce(dayOf('2014-04-03'));
  expect((await types(place)).filter((type) => type.startsWith('Clawback'))).toEqual([
    'ClawbackProposed',
    'ClawbackWithdrawn',
  ]);
});

const longAfter = (): Day => dayOf('2015-01-05');

async function types({ ledger }: Town): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { type } of ledger.readStream(`client-${TOWN}-${PERSON}`)) found.push(type);
  return found;
}

/** Paid on what was decided on 2 April 2009; then a benefit inside the six months becomes known. */
async function paidAndRelapsed(place: Town): Promise<void> {
  await place.registersComplete('2009-04-01');
  await clockOf(place).runOnce(dayOf('2009-04-02'));
  const day = '2009-04-02';
  const seen = async () => {
    const { determination } = (await place.file()).claims.get(C1) ?? {};
    return { determinationId: determination?.id ?? '', decisionHash: determination?.payload.decisionHash ?? '' };
  };
  const asked = async (command: ClientFileCommand, actor: Actor): Promise<void> => {
    const result = await place.ask(command, actor, day);
    if (!result.ok) throw new Error(JSON.stringify(result));
  };
  await asked({ type: 'Approve', claimId: C1, ...(await seen()) }, officer(1));
  await asked({ type: 'Approve', claimId: C1, ...(await seen()) }, approver2(2));
  const people = { batchId: 'B1', payer: 'officer-3', preparer: 'officer-4', cents: 300_000 };
  await asked({ type: 'OrderPayment', claimId: C1, ...people, ...(await seen()) }, officer(3));
  await asked(settlePayment({ file: await place.file() }, C1, day), finance());
  const relapse = factOf('BenefitGranted', { benefitId: 'b2', kind: 'BIJSTAND', validFrom: '2009-01-05' });
  await asked({ type: 'RecordFact', fact: relapse }, benefits());
}
