import { claimantsIn, sharersOf, statementsIn } from './what-each-did.js';

const event = (type: string, fields: Readonly<Record<string, unknown>>, retracted = false) => ({
  eventId: `${type} ${JSON.stringify(fields)}`,
  type,
  role: 'PROVIDER' as const,
  recordedAt: '2009-01-01T09:00:00Z',
  retracted,
  fields,
});
const file = [
  event('TrajectAssigned', { trajectId: 't1', providerId: 'A', intakeOn: '2008-09-01', validFrom: '2008-09-08' }),
  event('TrajectAssigned', { trajectId: 't2', providerId: 'B', validFrom: '2008-10-01' }),
  event('IntakeHeld', { trajectId: 't2', validFrom: '2008-10-05' }),
  event('ServiceDelivered', { trajectId: 't1', kind: 'COACHING', validFrom: '2008-11-01' }),
  event('ServiceDelivered', { trajectId: 't1', kind: 'TRAINING', validFrom: '2008-12-01' }, true),
  event('ApplicationStarted', { jobId: 'j1', validFrom: '2008-12-10' }),
  event('ClaimSubmitted', { claimId: 'c1', providerId: 'A', jobId: 'j1', trajectId: 't1', submittedOn: '2009-01-02' }),
  event('ClaimSubmitted', { claimId: 'c2', providerId: 'B', jobId: 'j1', submittedOn: '2009-01-03' }),
  event('ClientStatement', { jobId: 'j1', contribution: 'NONE' }),
];

test('each claimant stands with its own assignment, intake and services', () => {
  const [a, b] = claimantsIn(file);
  expect([a?.providerId, a?.intakeOn, a?.services.length]).toEqual(['A', '2008-09-01', 1]);
  expect([b?.providerId, b?.intakeOn, b?.services.length]).toEqual(['B', '2008-10-05', 0]);
});

test('both claim the job whose application began once', () => {
  expect(claimantsIn(file).map(({ application }) => application?.fields['validFrom'])).toEqual([
    '2008-12-10',
    '2008-12-10',
  ]);
});

test('what the client said stands beside them', () => {
  expect(statementsIn(file).map(({ fields }) => fields['contribution'])).toEqual(['NONE']);
});

test('a provider shares no longer once each of its claims ended', () => {
  const again = event('ClaimSubmitted', { claimId: 'c3', providerId: 'A', jobId: 'j1', submittedOn: '2009-01-04' });
  const claimants = claimantsIn([...file, again]);
  const withStates = (...states: readonly [string, string][]) => sharersOf(claimants, new Map(states));
  expect(withStates(['c1', 'WITHDRAWN'], ['c2', 'EXPIRED'], ['c3', 'CONTESTED'])).toEqual([
    { providerId: 'A', ended: false },
    { providerId: 'B', ended: true },
  ]);
  expect(withStates(['c1', 'WITHDRAWN'], ['c2', 'CONTESTED'], ['c3', 'CLOSED'])[0]?.ended).toBe(true);
});
