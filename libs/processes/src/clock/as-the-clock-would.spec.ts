import { dayOf, personOf, type Day } from '@uitkomst/domain';
import { Cuts, deskClaim, readDesk, compareDesks, JOURNAL, type DeskClaim } from '@uitkomst/projections';
import { temporaryFolder } from '@uitkomst/projections/testing';
import { C1, PERSON, TOWN, town, type Town } from '../testing/town.js';
import { clockThrough } from './clock-through.js';
import { manualClock } from '@uitkomst/ledger/testing';

const folder = temporaryFolder();
afterAll(folder.remove);

let cuts: Cuts;
afterEach(() => cuts.close());

/** The registers are complete from the start, so that only the calendar decides when the claim ripens. */
async function ripening(): Promise<Town> {
  const place = await town(folder.reads());
  await place.registersComplete('2009-06-30');
  const { ledger } = place;
  const clock = manualClock('2008-10-01T10:00:00Z');
  cuts = new Cuts({ ledger, ledgerUrl: 'memory:', dataFolder: folder.path, clock });
  return place;
}

const fail = (error: unknown): never => {
  throw error;
};

const clock = async ({ ledger, reads, runner, send }: Town, day: Day): Promise<void> => {
  const projecting = { waitUntil: async () => runner.catchUp().then(() => true) };
  await clockThrough({ ledger, reads, projecting, send, onError: fail }, day);
  await runner.catchUp();
};

/** What a row says, but for the marks of the ledger that only recording gives. */
const said = (claim: DeskClaim | undefined) => {
  const { determinationId: _id, changes: _changes, position: _position, ...rest } = claim ?? ({} as DeskClaim);
  return rest;
};

test.each(['2008-10-02', '2009-03-15', '2009-04-02', '2009-06-30', '2014-07-01'])(
  'as of %s the work list says what it would after the clock had come that far',
  async (on) => {
    const place = await ripening();
    const day = dayOf(on);
    const past = await cuts.at({ position: await place.ledger.head(), day });
    const reckoned = said(await deskClaim(past.reads, TOWN, C1));
    expect((await past.fileOf(TOWN, personOf(C1))).claims.get(C1)?.determination?.payload.outcome).toBe(
      reckoned.outcome,
    );
    await clock(place, day);
    expect(reckoned).toEqual(said(await deskClaim(place.reads, TOWN, C1)));
  },
);

test('the peildatum moves maturity: the same knowledge ripens on its day', async () => {
  const place = await ripening();
  const position = await place.ledger.head();
  const stateOn = async (on: string) => {
    const { reads } = await cuts.at({ position, day: dayOf(on) });
    return (await deskClaim(reads, TOWN, C1))?.state;
  };
  expect(await stateOn('2008-10-02')).toBe('MATURING');
  expect(await stateOn('2009-04-02')).toBe('ELIGIBLE');
});

test('a fact that came late counts from when it was known, not before', async () => {
  const place = await ripening();
  await clock(place, dayOf('2009-04-02'));
  const before = await place.ledger.head();
  const relapse = { benefitId: 'b9', kind: 'BIJSTAND', validFrom: '2008-11-05', source: { system: 'SUITE' } };
  await place.ask(
    {
      type: 'RecordFact',
      fact: { type: 'BenefitGranted', payload: { ...relapse, assurance: 'AUTHORITATIVE' } },
    } as never,
    { id: 'b-1', role: 'BENEFITS', orgId: 'G' },
    '2009-05-04',
  );
  const after = await place.ledger.head();
  const day = dayOf('2009-05-04');
  const [then, now] = [await cuts.at({ position: before, day }), await cuts.at({ position: after, day })];
  expect((await deskClaim(then.reads, TOWN, C1))?.outcome).toBe('ELIGIBLE');
  expect((await deskClaim(now.reads, TOWN, C1))?.outcome).toBe('REJECTED');
  const { count, first, second, differences } = await compareDesks([then.reads, now.reads], {
    municipality: TOWN,
    max: 10,
  });
  expect(count).toBe(1);
  expect([first.states, second.states]).toEqual([{ ELIGIBLE: 1 }, { REJECTED: 1 }]);
  expect(differences).toMatchObject([{ before: { claimId: C1, state: 'ELIGIBLE' }, after: { state: 'REJECTED' } }]);
});

test('what was done after the peildatum was not done yet: no claim, no entry in the books', async () => {
  const place = await ripening();
  await clock(place, dayOf('2009-04-02'));
  const { reads } = await cuts.at({ position: await place.ledger.head(), day: dayOf('2008-09-30') });
  const page = { limit: 10, offset: 0 };
  expect((await readDesk(reads, { municipality: TOWN, personRef: PERSON, ...page })).count).toBe(0);
  expect(await reads.count(JOURNAL)).toBe(0);
});
