import { barredBy } from './who-may.js';

const text = (value: string) => [
  { language: 'nl' as const, value },
  { language: 'en' as const, value },
];
const duties = [
  { duty: 'APPROVE_1', text: text('eerste fiat'), notAfter: ['RESOLVE_REVIEW'] },
  { duty: 'APPROVE_2', text: text('tweede fiat'), notAfter: ['APPROVE_1'] },
  { duty: 'RESOLVE_REVIEW', text: text('beoordeling afdoen'), notAfter: [] },
];
const event = (type: string, actor: string, fields: Readonly<Record<string, unknown>>) => ({
  eventId: `${type} ${actor}`,
  type,
  actor,
  role: 'OFFICER' as const,
  recordedAt: '2026-01-01T09:00:00Z',
  retracted: false,
  fields,
});
const asked = (duty: string, subject: string, events: ReturnType<typeof event>[]) =>
  barredBy({ duty, duties, events, claimId: 'c1', subject }).map((one) => one.duty);

test('who gave the first approval may not give the second', () => {
  const first = event('ApprovalGiven', 'anna', { claimId: 'c1', step: 1 });
  expect(asked('APPROVE_2', 'anna', [first])).toEqual(['APPROVE_1']);
  expect(asked('APPROVE_2', 'bram', [first])).toEqual([]);
});

test('who resolved the review may not approve', () => {
  expect(asked('APPROVE_1', 'anna', [event('ReviewResolved', 'anna', { claimId: 'c1' })])).toEqual(['RESOLVE_REVIEW']);
});

test('what somebody did on another claim bars nothing here', () => {
  expect(asked('APPROVE_2', 'anna', [event('ApprovalGiven', 'anna', { claimId: 'c2', step: 1 })])).toEqual([]);
});
