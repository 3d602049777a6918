import { dayOf } from '@uitkomst/domain';
import type { RecordedEvent } from '@uitkomst/ledger';
import { temporaryFolder } from '@uitkomst/projections/testing';
import { C1, PERSON, town, type Town } from '../testing/town.js';
import { TermsSweep } from './terms-sweep.js';

const folder = temporaryFolder();
afterAll(folder.remove);

function sweepOf(place: Town, onError: (error: unknown) => void = () => undefined): TermsSweep {
  const { ledger, reads, send, affected, runner } = place;
  const readUpTo = async (): Promise<boolean> => {
    await runner.catchUp();
    return true;
  };
  return new TermsSweep({ ledger, reads, send, affected, readUpTo, today: () => dayOf('2009-04-02'), onError });
}
const all = async ({ ledger }: Town, after?: number): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const event of ledger.readAll()) if (event.position > (after ?? -1)) events.push(event);
  return events;
};
const claimOf = async (place: Town) => (await place.file()).claims.get(C1)?.determination?.payload;
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let round = 0; round < 200 && !(await holds()); round += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
};

test('when registers become complete, the waiting claims are decided again at once', async () => {
  const place = await town(folder.reads());
  const sweep = sweepOf(place);
  sweep.start();
  await until(async () => (await place.reads.cursor('terms-sweep')) >= 0);
  await place.registersComplete('2009-04-01');
  await until(async () => (await claimOf(place))?.outcome === 'ELIGIBLE');
  await sweep.stop();
  expect((await claimOf(place))?.outcome).toBe('ELIGIBLE');
});

test('a change of terms swept again after a crash asks the same commands and changes nothing', async () => {
  const place = await town(folder.reads());
  const before = await place.ledger.head();
  await place.registersComplete('2009-04-01');
  await place.tariff(250_000);
  const batch = await all(place, before);
  await sweepOf(place).handle(batch);
  const { revision } = await place.file();
  expect((await claimOf(place))?.cents).toBe(250_000);
  const ids = place.sent.map(({ commandId }) => commandId);
  await sweepOf(place).handle(batch);
  expect((await place.file()).revision).toBe(revision);
  expect(place.sent.slice(ids.length).map(({ commandId }) => commandId)).toEqual(ids);
  expect(await place.reads.cursor('terms-sweep')).toBe(batch.at(-1)?.position);
});

test('when rules are activated, every live claim is looked at again on their day', async () => {
  const place = await town(folder.reads());
  const before = await place.ledger.head();
  await place.ruleSet('NL-RULES@1', '2009-04-20');
  await sweepOf(place).handle(await all(place, before));
  expect(await claimOf(place)).toMatchObject({ ruleSet: 'NL-RULES@1', nextChangeOn: '2009-04-20' });
});

test('a determination on terms the ledger had already moved past is mended, whoever made it', async () => {
  const place = await town(folder.reads());
  const stale = (await all(place)).filter(({ type }) => type === 'ClaimDetermined');
  await place.tariff(250_000);
  await sweepOf(place).handle(stale);
  expect(place.sent.map(({ personRef, command }) => [personRef, command.type])).toEqual([[PERSON, 'Redetermine']]);
  const fresh = (await all(place)).filter(({ type }) => type === 'ClaimDetermined').slice(stale.length);
  await sweepOf(place).handle(fresh);
  expect(place.sent).toHaveLength(1);
});

test('one file that cannot be decided is reported and holds up nothing', async () => {
  const place = await town(folder.reads());
  const errors: unknown[] = [];
  const broken: Town = { ...place, send: () => Promise.reject(new Error('a bug')) };
  const before = await place.ledger.head();
  await place.tariff(250_000);
  await sweepOf(broken, (error) => errors.push(error)).handle(await all(place, before));
  expect(errors).toHaveLength(1);
  expect(await place.reads.cursor('terms-sweep')).toBeGreaterThan(before);
});
