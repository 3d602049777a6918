import { lifeOf } from './life-of.js';

type Event = Parameters<typeof lifeOf>[0][number];
let count = 0;
const event = (type: string, fields: Event['fields'], retracted = false): Event => ({
  eventId: `e-${(count += 1)}`,
  type,
  recordedAt: '2009-01-01T09:00:00.000Z',
  role: 'BENEFITS',
  fields,
  retracted,
});

const granted = event('BenefitGranted', { benefitId: 'b1', kind: 'BIJSTAND', validFrom: '2008-01-01' });
const stopped = event('BenefitStopped', { benefitId: 'b1', validFrom: '2009-03-01' });
const benefit = { lane: 'benefit', from: '2008-01-01', about: ['BIJSTAND'] };

test('a benefit runs until the day it stopped', () => {
  expect(lifeOf([granted, stopped]).stretches).toEqual([{ ...benefit, to: '2009-03-01' }]);
});

test('a benefit nobody stopped still runs', () => {
  expect(lifeOf([granted]).stretches).toEqual([{ ...benefit, to: undefined }]);
});

test('what was retracted is not drawn', () => {
  const retracted = { ...stopped, retracted: true };
  expect(lifeOf([granted, retracted]).stretches).toEqual([{ ...benefit, to: undefined }]);
});

test('an end ends its own stretch and no other', () => {
  const other = event('BenefitGranted', { benefitId: 'b2', kind: 'WW', validFrom: '2008-06-01' });
  const [, second] = lifeOf([granted, other, stopped]).stretches;
  expect(second).toMatchObject({ from: '2008-06-01', to: undefined });
});

test('an end before a start does not end it', () => {
  const again = event('BenefitGranted', { benefitId: 'b1', kind: 'BIJSTAND', validFrom: '2009-06-01' });
  expect(lifeOf([granted, stopped, again]).stretches.map(({ to }) => to)).toEqual(['2009-03-01', undefined]);
});

test('the window and its ends come from the last determination of a claim', () => {
  const first = event('ClaimDetermined', { claimId: 'c1', episodeOn: '2009-01-01', maturityOn: '2009-07-01' });
  const last = event('ClaimDetermined', { claimId: 'c1', episodeOn: '2009-03-01', maturityOn: '2009-09-01' });
  const { stretches, marks } = lifeOf([first, last]);
  expect(stretches).toEqual([{ lane: 'window', from: '2009-03-01', to: '2009-09-01', about: ['c1'] }]);
  expect(marks).toEqual([
    { kind: 'independence', on: '2009-03-01', about: 'c1' },
    { kind: 'maturity', on: '2009-09-01', about: 'c1' },
  ]);
});

test('the days of claims and payments stand in order', () => {
  const paid = event('ClaimPaid', { claimId: 'c1', paidOn: '2009-10-01' });
  const claimed = event('ClaimSubmitted', { claimId: 'c1', submittedOn: '2009-04-01' });
  expect(lifeOf([paid, claimed]).marks.map(({ kind }) => kind)).toEqual(['claim', 'payment']);
});

test('a job says its form and, apart, whose it is', () => {
  const started = event('PlacementStarted', {
    jobId: 'j1',
    form: 'REGULAR',
    employerId: 'W1',
    validFrom: '2009-03-01',
  });
  expect(lifeOf([started]).stretches).toEqual([
    { lane: 'job', from: '2009-03-01', to: undefined, about: ['REGULAR'], employerId: 'W1' },
  ]);
});
