import { textOf } from '@uitkomst/domain';
import { cutOf } from './two-dates.js';

const clock = { now: () => Date.parse('2009-03-31T22:30:00Z'), elapsed: () => 0 };

const known = (knownAsOf: string) => cutOf({ knownAsOf }, clock).knownAsOf;

test('without dates it is asked as of today in Amsterdam, as known now', () => {
  const { asOf, knownAsOf } = cutOf({}, clock);
  expect([textOf(asOf), knownAsOf]).toEqual(['2009-04-01', undefined]);
});

test('a day of knowledge is known at its end in Amsterdam, in summer, in winter and when the clock is put back', () => {
  expect(known('2009-07-01')).toBe('2009-07-01T21:59:59.999Z');
  expect(known('2009-01-01')).toBe('2009-01-01T22:59:59.999Z');
  expect(known('2009-10-25')).toBe('2009-10-25T22:59:59.999Z');
  expect(known('2009-03-29')).toBe('2009-03-29T21:59:59.999Z');
});

test('an instant of knowledge with any offset is that instant', () => {
  expect(cutOf({ knownAsOf: '2009-07-01T12:00:00+02:00' }, clock).knownAsOf).toBe('2009-07-01T10:00:00Z');
});
