import { dayOf } from '@uitkomst/domain';
import { PRESET_PARAMETERS } from '@uitkomst/domain/testing';
import { LedgerUnavailable, type Position, type RecordedEvent } from '@uitkomst/ledger';
import { record, temporaryFolder } from '@uitkomst/projections/testing';
import { C1, PERSON, TOWN, town, type Town } from '../testing/town.js';
import { TermsSweep } from './terms-sweep.js';

const folder = temporaryFolder();
afterAll(folder.remove);

function sweepOf(
  place: Town,
  onError: (error: unknown) => void = () => undefined,
  isBehind: () => boolean = () => false,
): TermsSweep {
  const { ledger, reads, send, affected, runner } = place;
  const readUpTo = async (): Promise<boolean> => {
    await runner.catchUp();
    return !isBehind();
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
  expect(await place.reads.cursor('terms-sweep')).toBe(stale.at(-1)?.position);
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

const K2 = { contractId: 'K2', providerId: 'PASWERK', definitionSetId: 'NL-STD', validFrom: '2000-01-01' };
const employer = { providerId: 'PASWERK', employerId: 'E9', kind: 'OWNER', validFrom: '2000-01-01' };
const published = {
  definitionId: 'NL-STD',
  version: 2,
  parameters: PRESET_PARAMETERS,
  text: 'Duurzame uitstroom',
  decisionRef: '2008/1',
  validFrom: '2008-01-01',
  source: { system: 'IMPORT', recordedOn: '2008-01-01' },
};

test.each<[string, string, object]>([
  [`contract-${TOWN}-K2`, 'ContractRegistered', K2],
  [`contract-${TOWN}-K1`, 'ContractAmended', { contractId: 'K1', validFrom: '2000-01-03', paymentTermDays: 30 }],
  [`definition-${TOWN}-NL-STD`, 'DefinitionSetPublished', published],
  [`provider-${TOWN}-PASWERK`, 'AffiliationRegistered', employer],
])('a change in %s has the files decided again that it may touch: %s', async (stream, type, payload) => {
  const place = await town(folder.reads());
  const asked: unknown[] = [];
  const affected: Town['affected'] = async (changed) => {
    asked.push(changed);
    return [{ municipality: TOWN, personRef: PERSON }];
  };
  await sweepOf({ ...place, affected }).handle(await record(place.ledger, stream, { type, payload }));
  expect([asked, place.sent.map(({ command }) => command.type)]).toEqual([[stream], ['Redetermine']]);
});

test('where no file is touched the place moves all the same: at once after a change, else once in a while', async () => {
  const place = await town(folder.reads());
  const sweep = sweepOf({ ...place, affected: async () => [] });
  const claimed = (await all(place)).find(({ type }) => type === 'ClaimSubmitted');
  if (claimed === undefined) throw new Error('No claim');
  const idle = (count: number, from: number): RecordedEvent[] =>
    Array.from({ length: count }, (_, index) => ({ ...claimed, position: (from + index) as Position }));
  const reached = async () => place.reads.cursor('terms-sweep');
  await sweep.handle(idle(1_999, 0));
  expect(await reached()).toBe(-1);
  await sweep.handle(idle(1, 1_999));
  expect(await reached()).toBe(1_999);
  await sweep.handle(idle(1, 2_000));
  expect(await reached()).toBe(1_999);
  const [changed] = await record(place.ledger, `contract-${TOWN}-K2`, { type: 'ContractRegistered', payload: K2 });
  if (changed === undefined) throw new Error('No change');
  await sweep.handle([{ ...changed, position: 2_001 as Position }]);
  expect(await reached()).toBe(2_001);
});

test.each([
  ['the read store is behind', 'does not reach position', {}],
  ['the ledger is away', 'away', { send: () => Promise.reject(new LedgerUnavailable('away')) }],
])('while %s the change is swept again: the place stays', async (what, message, broken: Partial<Town>) => {
  const place = await town(folder.reads());
  const before = await place.ledger.head();
  await place.tariff(250_000);
  const sweep = sweepOf({ ...place, ...broken }, undefined, () => what.startsWith('the read store'));
  await expect(sweep.handle(await all(place, before))).rejects.toThrow(message);
  expect([place.sent, await place.reads.cursor('terms-sweep')]).toEqual([[], -1]);
});

test.each([
  ['where it never swept', -1],
  ['where its place is of another ledger', 10_000],
])('it begins with a look at every file %s, once that is read, and goes on from there', async (_where, known) => {
  const place = await town(folder.reads());
  await place.registersComplete('2009-04-01');
  await place.reads.moveCursor('terms-sweep', known as Position);
  const tellTariff = async (cents: number): Promise<void> => {
    await place.tariff(cents);
    await place.runner.catchUp();
  };
  await tellTariff(250_000);
  const errors: unknown[] = [];
  const head = await place.ledger.head();
  const sweep = sweepOf(
    place,
    (error) => errors.push(error),
    () => errors.length === 0,
  );
  sweep.start();
  await until(async () => (await claimOf(place))?.cents === 250_000);
  await until(async () => (await place.reads.cursor('terms-sweep')) === head);
  await sweep.stop();
  expect([(await claimOf(place))?.cents, await place.reads.cursor('terms-sweep'), errors.length]).toEqual([
    250_000,
    head,
    1,
  ]);
  await tellTariff(240_000);
  await place.reads.moveCursor('terms-sweep', known as Position);
  const again = sweepOf(place);
  again.start();
  await until(async () => (await claimOf(place))?.cents === 240_000);
  await again.stop();
  expect((await claimOf(place))?.cents).toBe(240_000);
});

test('it goes on where it was without another look at every file, and once stopped does nothing more', async () => {
  const place = await town(folder.reads());
  await place.reads.moveCursor('terms-sweep', await place.ledger.head());
  const sweep = sweepOf(place);
  sweep.start();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await sweep.stop();
  await place.tariff(250_000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(place.sent).toEqual([]);
});

test('stopped while it cannot begin, it lets go', async () => {
  const place = await town(folder.reads());
  const errors: unknown[] = [];
  const sweep = sweepOf(
    place,
    (error) => errors.push(error),
    () => true,
  );
  sweep.start();
  await until(async () => errors.length > 0);
  await sweep.stop();
  expect([errors.length, place.sent]).toEqual([1, []]);
});
