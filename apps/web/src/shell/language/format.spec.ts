import { centsFrom, dayFrom, dayText, instantText, moneyText, shareText, unbroken } from './format.js';

test('a day is written day first', () => expect(dayText('2026-11-05')).toBe('05-11-2026'));

test.each([
  ['2026-07-01T22:30:00Z', '02-07-2026 00:30:00'],
  ['2026-12-31T23:00:00Z', '01-01-2027 00:00:00'],
])('%s is told on the clocks of Amsterdam', (instant, text) => expect(instantText(instant)).toBe(text));

test.each([
  [0, '€ 0,00'],
  [300_000, '€ 3.000,00'],
  [1_700_050, '€ 17.000,50'],
  [-50, '−€ 0,50'],
])('%i cents is %s', (cents, text) => expect(moneyText(cents)).toBe(text.replace(' ', '\u00a0')));

test('a share in basis points is a percentage', () => expect(shareText(6667)).toBe('66,67\u00a0%'));

test.each([
  ['1.234,50', 123_450],
  ['1234.5', 123_450],
  ['€ 3.000', 300_000],
  ['17000', 1_700_000],
  ['0,05', 5],
  ['1,234.50', undefined],
  ['drieduizend', undefined],
  ['', undefined],
  ['1,2345', undefined],
])('"%s" as typed is %p cents', (typed, cents) => expect(centsFrom(typed)).toBe(cents));

test.each([
  ['31-12-2026', '2026-12-31'],
  ['1/2/2009', '2009-02-01'],
  ['01.02.2009', '2009-02-01'],
  ['01022009', '2009-02-01'],
  ['2009-02-01', '2009-02-01'],
  ['29-02-2008', '2008-02-29'],
  ['29-02-2009', undefined],
  ['29-02-1900', undefined],
  ['31-04-2009', undefined],
  ['12-31-2009', undefined],
  ['00-01-2009', undefined],
  ['31-12-26', undefined],
  ['31-12', undefined],
  ['', undefined],
])('"%s" as typed is %p', (typed, day) => expect(dayFrom(typed)).toBe(day));

test('an amount within a sentence stays on one line', () => {
  expect(unbroken('Verlaagd van € 3.500,00 naar € 3.000,00.')).toBe(
    'Verlaagd van €\u00a03.500,00 naar €\u00a03.000,00.',
  );
});
