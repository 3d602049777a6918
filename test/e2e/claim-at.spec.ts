import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, type ClaimBody } from './story.js';

const clock = storyClock('2004-01-05');
let running: RunningApp;
let claimId: string;
let officer: Caller;
let sagenn: Caller;

/** SAGENN claimed on 10 October 2008; on 10 April 2009 it was heard that the client had been on benefit again since December. */
beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN']);
  clock.moveTo('2008-10-10');
  const file = await clientWithJob(running, BSNS[0], ['SAGENN']);
  sagenn = await running.as('PROVIDER', { organisation: 'SAGENN' });
  ({ claimId } = must(await sagenn.post<ClaimBody>('/claims', claimFor('SAGENN', file))));
  clock.moveTo('2009-04-10');
  const origin = { source: { system: 'GWS4ALL' }, assurance: 'AUTHORITATIVE' };
  const again = { type: 'BenefitGranted', benefitId: 'B2', kind: 'BIJSTAND', validFrom: '2008-12-01', ...origin };
  must(await (await running.as('BENEFITS')).post(`/dossiers/${file}/feiten`, again));
  officer = await running.as('OFFICER', { subject: 'officer-1' });
});
afterAll(() => running.stop());

interface Seen extends ClaimBody {
  readonly untilOn?: string;
  readonly definition?: string;
  readonly asOf?: string;
  readonly knownAsOf?: string;
}
const claimAt = async (dates: string): Promise<Seen> =>
  must(await officer.get<Seen>(`/claims/${claimId}?${dates}`), 200);

test('a claim is read as it was known, and says of which two dates and under which definition set', async () => {
  const early = await claimAt('asOf=2008-10-10&knownAsOf=2008-10-10');
  expect(early).toMatchObject({ asOf: '2008-10-10', knownAsOf: '2008-10-10T21:59:59.999Z' });
  expect(early.definition).toMatch(/@\d+$/);
  const matured = await claimAt('asOf=2009-04-10&knownAsOf=2008-10-10');
  const heard = await claimAt('asOf=2009-04-10');
  expect([early, matured, heard].map(({ outcome }) => outcome)).toEqual(['PENDING', 'ELIGIBLE', 'REJECTED']);
  expect(heard.reasons).toMatchObject([{ code: 'RELAPSE_WITHIN_SUSTAIN' }]);
  const now = must(await officer.get<Seen>(`/claims/${claimId}`), 200);
  expect([now.asOf, now.knownAsOf]).toEqual([undefined, undefined]);
  expect(await claimAt('asOf=2008-10-10')).toMatchObject({
    asOf: '2008-10-10',
    knownAsOf: expect.stringMatching(/^2009-04-10T/) as string,
  });
});

test('it stands there as in the list of the same two dates', async () => {
  for (const dates of ['asOf=2008-10-10&knownAsOf=2008-10-10', 'asOf=2008-12-01', 'asOf=2010-01-01']) {
    const claim = await claimAt(dates);
    const list = await listed(dates);
    expect(list).toMatchObject({ state: claim.state, cents: claim.cents, definition: claim.definition });
    expect(list.untilOn).toBe(claim.untilOn ?? null);
  }
});

test('what was not recorded has no id: a decision that a day would bring is told without', async () => {
  expect(await claimAt('asOf=2008-10-10&knownAsOf=2008-10-10')).toHaveProperty('determinationId');
  const reckoned = await claimAt('asOf=2010-01-01&knownAsOf=2008-10-10');
  expect(reckoned).toHaveProperty('outcome');
  expect(reckoned).not.toHaveProperty('determinationId');
});

test('before it was submitted there is no such claim; nobody knows yet what will be known', async () => {
  expect((await officer.get(`/claims/${claimId}?knownAsOf=2008-10-09`)).status).toBe(404);
  expect((await officer.get(`/claims/${claimId}?knownAsOf=2009-04-11`)).status).toBe(400);
  expect((await officer.get(`/claims/${claimId}?asof=2008-10-10`)).status).toBe(400);
});

test('a provider does not look back, in which it would see when a rival came; nor does the client', async () => {
  const dates = 'asOf=2008-10-13&knownAsOf=2008-10-13';
  const client = await running.as('CLIENT', { client: claimId.slice(0, claimId.indexOf('.')) });
  for (const reader of [sagenn, client]) {
    expect((await reader.get(`/claims/${claimId}`)).status).toBe(200);
    expect((await reader.get(`/claims/${claimId}?${dates}`)).status).toBe(403);
  }
  const agens = await running.as('PROVIDER', { organisation: 'AGENS' });
  expect((await agens.get(`/claims/${claimId}?${dates}`)).status).toBe(404);
});

interface Row {
  readonly claimId: string;
  readonly untilOn: string | null;
}

/** The past of a whole list is made first, and asked again until it is. */
async function listed(dates: string): Promise<Row> {
  for (;;) {
    const answer = await officer.get<{ results: readonly Row[] }>(`/claims?${dates}`);
    const row = answer.status === 200 ? answer.body.results.find((one) => one.claimId === claimId) : undefined;
    if (row !== undefined) return row;
    if (answer.status !== 503) throw new Error(`The list gave ${answer.status}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
