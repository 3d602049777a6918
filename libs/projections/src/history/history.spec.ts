import { dayOf, type Role } from '@uitkomst/domain';
import { memoryLedger, type RecordedEvent } from '@uitkomst/ledger';
import { determined, notified, submitted } from '../testing/claims.js';
import { record } from '../testing/recording.js';
import { historyFor } from './history.js';

const ANJA = 'aaaaaaaaaaaaa';
const STREAM = `client-0392-${ANJA}`;
const source = { source: { system: 'SUITE' }, assurance: 'AUTHORITATIVE' };
const by = (role: Role, orgId: string, id = 'someone') => ({ actor: { id, role, orgId } });

const grant = {
  type: 'BenefitGranted',
  payload: { ...source, benefitId: 'B1', kind: 'BIJSTAND', validFrom: '2025-01-01' },
  ...by('BENEFITS', '0392', 'clerk-7'),
};
const assigned = (trajectId: string, providerId: string) => ({
  type: 'TrajectAssigned',
  payload: {
    ...source,
    trajectId,
    providerId,
    contractId: `C-${providerId}`,
    intakeOn: '2025-02-01',
    validFrom: '2025-02-01',
  },
  ...by('CASEMGR', '0392'),
});
const placed = (jobId: string, providerId: string, validFrom = '2025-06-01') => ({
  type: 'PlacementStarted',
  payload: { ...source, jobId, employerId: 'E1', form: 'REGULAR', validFrom },
  ...by('PROVIDER', providerId),
});
const confirmed = (jobId: string) => ({
  type: 'PlacementConfirmed',
  payload: { ...source, jobId },
  ...by('REGISTRY', 'UWV'),
});

async function file(...events: readonly Parameters<typeof record>[2][]): Promise<readonly RecordedEvent[]> {
  const ledger = memoryLedger();
  return record(ledger, STREAM, ...events);
}
const typesFor = (events: readonly RecordedEvent[], role: Role, orgId = '0392') =>
  historyFor(events, { role, orgId }).map(({ type }) => type);

test('staff and auditors see everything, the client all but who did it, a registry what it recorded itself', async () => {
  const events = await file(grant, assigned('T1', 'SAGENN'), placed('J1', 'SAGENN'), confirmed('J1'));
  const all = ['BenefitGranted', 'TrajectAssigned', 'PlacementStarted', 'PlacementConfirmed'];
  expect(typesFor(events, 'AUDITOR')).toEqual(all);
  expect(typesFor(events, 'CLIENT')).toEqual(all);
  expect(typesFor(events, 'REGISTRY', 'UWV')).toEqual(['PlacementConfirmed']);
  expect(typesFor(events, 'FINANCE')).toEqual([]);
  expect(historyFor(events, { role: 'OFFICER', orgId: '0392' })[0]?.actor.id).toBe('clerk-7');
  expect(historyFor(events, { role: 'CLIENT', orgId: '-' })[0]?.actor).toEqual({ role: 'BENEFITS', orgId: '0392' });
});

test('a provider sees its own part: no benefits, no rival, no source, nothing to count by', async () => {
  const events = await file(
    grant,
    assigned('T1', 'SAGENN'),
    assigned('T2', 'PASWERK'),
    placed('J1', 'SAGENN'),
    placed('J1', 'PASWERK'),
    confirmed('J1'),
    { type: 'JobLinked', payload: { ...source, jobId: 'J1', sameAsJobId: 'J-PASWERK' }, ...by('CASEMGR', '0392') },
    submitted(`${ANJA}.a`, 'SAGENN', { jobId: 'J1', trajectId: 'T1' }),
    submitted(`${ANJA}.b`, 'PASWERK', { jobId: 'J1', trajectId: 'T2' }),
  );
  const own = historyFor(events, { role: 'PROVIDER', orgId: 'SAGENN' });
  expect(own.map(({ type }) => type)).toEqual([
    'TrajectAssigned',
    'PlacementStarted',
    'PlacementConfirmed',
    'ClaimSubmitted',
  ]);
  expect(JSON.stringify(own)).not.toMatch(/PASWERK|SUITE|AUTHORITATIVE|revision|someone/);
});

test('who was never assigned learns nothing about a job by naming it in a claim', async () => {
  const events = await file(
    grant,
    placed('J1', 'PASWERK'),
    confirmed('J1'),
    submitted(`${ANJA}.a`, 'SAGENN', { jobId: 'J1' }),
  );
  expect(typesFor(events, 'PROVIDER', 'SAGENN')).toEqual(['ClaimSubmitted']);
});

test('a rejection appears to the provider when a letter made it known, in the words meant for providers', async () => {
  const ledger = memoryLedger();
  const claimId = `${ANJA}.a`;
  const [, rejection] = await record(
    ledger,
    STREAM,
    submitted(claimId, 'SAGENN'),
    determined(claimId, 'REJECTED', { fail: ['OUTFLOW_CREDITED_TO_OTHER'] }),
  );
  await record(ledger, STREAM, notified(claimId, { kind: 'REJECTED', about: rejection?.id }));
  const events: RecordedEvent[] = [];
  for await (const event of ledger.readStream(STREAM)) events.push(event);
  expect(typesFor(events.slice(0, 2), 'PROVIDER', 'SAGENN')).toEqual(['ClaimSubmitted']);
  const told = historyFor(events, { role: 'PROVIDER', orgId: 'SAGENN' });
  expect(told.map(({ type }) => type)).toEqual(['ClaimSubmitted', 'ClaimDetermined', 'DecisionNotified']);
  expect(told[1]?.payload).toMatchObject({ outcome: 'REJECTED', fail: ['OUTFLOW_NOT_CREDITED'] });
});

test('history is read at two dates: what had happened by a day, as far as it was known at a place in the ledger', async () => {
  const ledger = memoryLedger();
  const first = await record(
    ledger,
    STREAM,
    grant,
    placed('J1', 'SAGENN', '2025-06-01'),
    placed('J2', 'SAGENN', '2025-09-01'),
  );
  const target = first[1];
  await record(ledger, STREAM, {
    type: 'FactRetracted',
    payload: { targetEventId: target?.id ?? '', reason: 'WRONG_DATE' },
  });
  const events: RecordedEvent[] = [];
  for await (const event of ledger.readStream(STREAM)) events.push(event);
  const auditor = { role: 'AUDITOR', orgId: 'rekenkamer' } as const;
  const before = historyFor(events, auditor, {
    asOf: dayOf('2025-07-01'),
    ...(target && { knownAsOf: target.position }),
  });
  expect(before.map(({ type, hiddenBy }) => [type, hiddenBy])).toEqual([
    ['BenefitGranted', undefined],
    ['PlacementStarted', undefined],
  ]);
  const now = historyFor(events, auditor, { asOf: dayOf('2025-07-01') });
  expect(now.map(({ type }) => type)).toEqual(['BenefitGranted', 'PlacementStarted', 'FactRetracted']);
  expect(now[1]?.hiddenBy).toBe(events[3]?.id);
});
