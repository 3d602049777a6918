import { textOf } from '@uitkomst/domain';
import { cutOf } from './two-dates.js';

const clock = { now: () => Date.parse('2009-03-31T22:30:00Z'), elapsed: () => 0 };

const later = { ...clock, now: () => Date.parse('2009-12-31T12:00:00Z') };

const known = (knownAsOf: string, at = later) => cutOf({ knownAsOf }, at).knownAsOf;

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
  expect(cutOf({ knownAsOf: '2009-07-01T12:00:00+02:00' }, later).knownAsOf).toBe('2009-07-01T10:00:00Z');
});

test('today may be asked for, though its end is yet to come; what will be known later nobody knows', () => {
  expect(known('2009-04-01', clock)).toBe('2009-04-01T21:59:59.999Z');
  for (const toCome of ['2009-04-02', '2009-03-31T22:30:01Z', '2199-12-31'])
    expect(() => known(toCome, clock)).toThrow('Wat dan bekend is, weet nog niemand');
});
