import { record } from '@uitkomst/projections/testing';
import { runApp, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, type ClaimBody } from './story.js';

const clock = storyClock('2004-01-05');
let running: RunningApp;
let file: string;
let claimId: string;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['CALDER']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['CALDER']);
  const calder = await running.as('PROVIDER', { organisation: 'CALDER' });
  ({ claimId } = must(await calder.post<ClaimBody>('/claims', claimFor('CALDER', file))));
}, 60_000);
afterAll(() => running.stop());

const activation = (told: object = {}) => ({
  ruleSet: 'NL-RULES@1',
  decisionRef: 'Collegebesluit 2008/77',
  validFrom: '2008-11-01',
  ...told,
});

interface Determined {
  readonly type: string;
  readonly payload: {
    readonly basis: { readonly terms: readonly { readonly stream: string; readonly revision: number }[] };
  };
}

async function lastDetermination(): Promise<Determined | undefined> {
  let last: Determined | undefined;
  for await (const event of running.app.services.ledger.readStream(`client-0000-${file}`))
    if (event.type === 'ClaimDetermined') last = event as unknown as Determined;
  return last;
}

const restsOnRules = (determined: Determined | undefined): number | undefined =>
  determined?.payload.basis.terms.find(({ stream }) => stream === 'rules-0000')?.revision;

test('a rule set that this version does not know is refused, with those it knows', async () => {
  const contracts = await running.as('CONTRACTS');
  const { status, body } = await contracts.post('/regelsets', activation({ ruleSet: 'NL-RULES@9' }));
  expect({ status, body }).toMatchObject({
    status: 400,
    body: {
      type: 'urn:uitkomst:probleem:onbekende-verwijzing',
      code: 'RULE_SET_UNKNOWN',
      detail: 'Deze versie kent regelset NL-RULES@9 niet; zij kent NL-RULES@1.',
      errors: [{ in: 'body', pointer: '/ruleSet' }],
    },
  });
});

test('nothing is activated without a decision, for a day gone by, or by another role', async () => {
  const contracts = await running.as('CONTRACTS');
  const { decisionRef: _, ...undecided } = activation();
  expect((await contracts.post('/regelsets', undecided)).status).toBe(400);
  const past = await contracts.post('/regelsets', activation({ validFrom: '2008-10-09' }));
  expect(past).toMatchObject({ status: 400, body: { code: 'INVALID_PERIOD', errors: [{ pointer: '/validFrom' }] } });
  const officer = await running.as('OFFICER');
  expect((await officer.post('/regelsets', activation())).status).toBe(403);
});

test('once activated, every live claim is decided again, on the day named too', async () => {
  const contracts = await running.as('CONTRACTS');
  expect(restsOnRules(await lastDetermination())).toBe(-1);
  const { headers, status } = await contracts.post('/regelsets', activation());
  expect([status, headers['location']]).toEqual([201, expect.stringMatching(/^\/v1\/regelsets\/[0-9a-f-]{36}$/)]);
  const due = Date.now() + 120_000;
  while (restsOnRules(await lastDetermination()) !== 0 && Date.now() < due)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await lastDetermination())?.payload).toMatchObject({ ruleSet: 'NL-RULES@1', nextChangeOn: '2008-11-01' });
  expect(restsOnRules(await lastDetermination())).toBe(0);
});

test('everyone may read which rules decide, and by which decision', async () => {
  const calder = await running.as('PROVIDER', { organisation: 'CALDER' });
  expect(must(await calder.get('/regelsets'), 200)).toEqual({
    active: 'NL-RULES@1',
    known: ['NL-RULES@1'],
    results: [{ ...activation(), eventId: expect.any(String) as string }],
  });
});

test('a server too old for the rules that a newer one activated writes nothing, and says to come back', async () => {
  const { ledger } = running.app.services;
  const newer = { type: 'RuleSetActivated', payload: activation({ ruleSet: 'NL-RULES@2', validFrom: '2008-12-01' }) };
  await record(ledger, 'rules-0000', newer);
  const manager = await running.as('CASEMGR');
  const statement = {
    type: 'IntakeHeld',
    trajectId: 'T-CALDER',
    validFrom: '2008-02-04',
    source: { system: 'SUITE' },
    assurance: 'DOCUMENTED',
  };
  must(await manager.post(`/dossiers/${file}/feiten`, statement));
  clock.moveTo('2008-12-01');
  const before = await running.recorded();
  const calder = await running.as('PROVIDER', { organisation: 'CALDER' });
  const { headers: seen } = await calder.get(`/claims/${claimId}`);
  const withdrawal = { reason: 'MISTAKE' };
  const withdrawn = await calder.post(`/claims/${claimId}/intrekkingen`, withdrawal, { ifMatch: String(seen['etag']) });
  const later = await manager.post(`/dossiers/${file}/feiten`, { ...statement, validFrom: '2008-02-05' });
  for (const { status, headers, body } of [withdrawn, later]) {
    expect([status, headers['retry-after']]).toEqual([503, '2']);
    expect(body['type']).toBe('urn:uitkomst:probleem:tijdelijk-niet-beschikbaar');
  }
  expect(await running.recorded()).toBe(before);
});
