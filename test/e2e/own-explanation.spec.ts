import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, watermarks, type ClaimBody } from './story.js';

interface Explained {
  readonly state?: string;
  readonly outcome?: string;
  readonly untilOn?: string;
  readonly decisionHash?: string;
  readonly rules: readonly {
    readonly rule?: string;
    readonly result: string;
    readonly code?: string;
    readonly statement?: readonly object[];
    readonly text?: readonly { readonly language: string; readonly value: string }[];
    readonly evidence: readonly string[];
  }[];
  readonly facts: readonly { readonly eventId: string; readonly type: string }[];
}

const clock = storyClock('2004-01-05');
let running: RunningApp;
let file: string;
let officer: Caller;
let calder: Caller;
let fourstar: Caller;
let client: Caller;
let own: string;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['CALDER', 'FOURSTAR']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['CALDER', 'FOURSTAR']);
  officer = await running.as('OFFICER', { subject: 'officer-1' });
  calder = await running.as('PROVIDER', { organisation: 'CALDER' });
  fourstar = await running.as('PROVIDER', { organisation: 'FOURSTAR' });
  client = await running.as('CLIENT', { client: file });
  ({ claimId: own } = must(await calder.post<ClaimBody>('/claims', claimFor('CALDER', file))));
});
afterAll(() => running.stop());

const explained = async (caller: Caller, claimId: string): Promise<Explained> =>
  must(await caller.get<Explained>(`/claims/${claimId}/uitleg`), 200);

/** What of others, of the client's benefit and of what is not made known may stand in no answer to a provider. */
const SECRETS = /FOURSTAR|Benefit|BIJSTAND|COMPETING|CREDITED_TO_OTHER|ALREADY_PAID|officer-1|GWS4ALL|decisionHash/;

test('a provider reads what it waits for with the rule that asks it; a rival’s claim changes no letter of that', async () => {
  const alone = await clientWithJob(running, BSNS[1], ['CALDER']);
  const { claimId } = must(await calder.post<ClaimBody>('/claims', claimFor('CALDER', alone)));
  const before = await explained(calder, claimId);
  expect([before.state, before.outcome, before.untilOn]).toEqual(['IN_TREATMENT', 'PENDING', '2009-04-01']);
  expect(before.rules).toMatchObject([
    { rule: 'R23', result: 'UNKNOWN', code: 'NOT_YET_MATURE', evidence: [] },
    { rule: 'R24', result: 'UNKNOWN', code: 'AWAITING_REGISTRY', evidence: [] },
  ]);
  expect(before.rules[0]?.statement).toHaveLength(2);
  expect(JSON.stringify(before)).not.toMatch(SECRETS);
  const contested = await explained(calder, own);
  for (const dossierRef of [alone, file])
    must(await fourstar.post<ClaimBody>('/claims', claimFor('FOURSTAR', dossierRef)));
  expect(JSON.stringify(await explained(calder, claimId))).toBe(JSON.stringify(before));
  expect(JSON.stringify(await explained(calder, own))).toBe(JSON.stringify(contested));
  expect(JSON.stringify(await explained(officer, own))).toMatch(/COMPETING_CLAIM|OUTFLOW_CREDITED_TO_OTHER/);
});

test('a rejection is explained once a letter made it known, and then names no rule that would tell of the other', async () => {
  clock.moveTo('2009-04-10');
  await watermarks(running, '2009-04-09');
  const rejected = (await officer.get<ClaimBody>(`/claims/${own}`)).body;
  expect(rejected.reasons.map(({ code }) => code)).toEqual(['OUTFLOW_CREDITED_TO_OTHER']);
  const before = await explained(calder, own);
  expect([before.state, before.outcome, before.rules, before.facts]).toEqual(['IN_TREATMENT', undefined, [], []]);
  clock.moveTo('2009-04-20');
  const letter = { subjectEventId: rejected.determinationId, letterId: 'L1' };
  must(await officer.post(`/claims/${own}/bekendmakingen`, letter));
  const after = await explained(calder, own);
  expect([after.state, after.outcome, after.facts]).toEqual(['REJECTED', 'REJECTED', []]);
  const text = [
    { language: 'nl', value: 'Deze uitstroom is niet aan u toegerekend.' },
    { language: 'en', value: 'This outflow was not credited to you.' },
  ];
  expect(after.rules).toEqual([{ result: 'FAIL', code: 'OUTFLOW_NOT_CREDITED', text, evidence: [] }]);
  expect(JSON.stringify(after)).not.toMatch(SECRETS);
});

test('without an assignment that alone is explained, whatever else fails', async () => {
  const stranger = await running.as('PROVIDER', { organisation: 'STRANGER' });
  const claim = { dossierRef: file, assertedOutflowOn: '2008-09-01' };
  const { claimId } = must(await stranger.post<ClaimBody>('/claims', claim));
  const { determinationId, reasons } = (await officer.get<ClaimBody>(`/claims/${claimId}`)).body;
  expect(reasons.length).toBeGreaterThan(1);
  clock.moveTo('2009-05-10');
  must(await officer.post(`/claims/${claimId}/bekendmakingen`, { subjectEventId: determinationId, letterId: 'L2' }));
  expect((await explained(stranger, claimId)).rules).toMatchObject([{ rule: 'R2', code: 'NO_ASSIGNMENT' }]);
  expect((await calder.get(`/claims/${claimId}/uitleg`)).status).toBe(404);
});

test('a client reads every rule about itself in full, with the facts of its own file, each of which it can have proven', async () => {
  const about = await explained(client, own);
  expect(about.rules.length).toBeGreaterThan(30);
  const failed = about.rules.find(({ result }) => result === 'FAIL');
  expect(failed).toMatchObject({ code: 'OUTFLOW_CREDITED_TO_OTHER' });
  expect(about.facts.map(({ type }) => type)).toEqual(expect.arrayContaining(['BenefitStopped', 'TrajectAssigned']));
  expect(about.facts.map(({ type }) => type)).not.toContain('ContractRegistered');
  const told = new Set(about.facts.map(({ eventId }) => eventId));
  for (const { evidence } of about.rules) for (const id of evidence) expect(told).toContain(id);
  for (const id of told) expect((await client.get(`/gebeurtenissen/${id}/bewijs`)).status).toBe(200);
});

test('only who works at the municipality asks for an explanation of other days', async () => {
  for (const query of ['asOf=2009-01-01', 'knownAsOf=2009-01-01'])
    for (const [caller, status] of [
      [calder, 403],
      [client, 403],
      [officer, 200],
    ] as const)
      expect([query, (await caller.get(`/claims/${own}/uitleg?${query}`)).status]).toEqual([query, status]);
});

test('of what a rule rests on a provider is told what it sees in the file, with no more of it than it sees there', async () => {
  const early = await clientWithJob(running, BSNS[2], ['CALDER']);
  const manager = await running.as('CASEMGR');
  const applied = { type: 'ApplicationStarted', jobId: 'J1', by: 'CLIENT', validFrom: '2008-01-20' };
  const origin = { source: { system: 'SUITE' }, assurance: 'AUTHORITATIVE' };
  must(await manager.post(`/dossiers/${early}/feiten`, { ...applied, ...origin }));
  const { claimId } = must(await calder.post<ClaimBody>('/claims', claimFor('CALDER', early)));
  const { determinationId } = (await officer.get<ClaimBody>(`/claims/${claimId}`)).body;
  clock.moveTo('2009-06-20');
  must(await officer.post(`/claims/${claimId}/bekendmakingen`, { subjectEventId: determinationId, letterId: 'L3' }));
  const { rules, facts } = await explained(calder, claimId);
  const [assigned] = facts;
  expect(facts).toEqual([{ ...assigned, type: 'TrajectAssigned', on: '2008-02-10' }]);
  expect(Object.keys(assigned ?? {}).toSorted()).toEqual(['eventId', 'on', 'recordedAt', 'type']);
  const found = { rule: 'R30', code: 'SELF_FOUND_BEFORE_INTAKE' };
  expect(rules).toMatchObject([{ ...found, evidence: [assigned?.eventId] }]);
  const whole = (await explained(officer, claimId)).rules.find(({ rule }) => rule === 'R30');
  expect(whole?.evidence).toHaveLength(2);
});
