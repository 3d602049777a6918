import { basisPointsFrom, equalShares, remainderOf, typedShare } from './shares.js';

test.each([
  ['50', 5000],
  ['33,33', 3333],
  ['33.3 %', 3330],
  ['100', 10_000],
  ['100,01', undefined],
  ['-5', undefined],
  ['half', undefined],
  ['', undefined],
])('"%s" is %p basis points', (typed, points) => expect(basisPointsFrom(typed)).toBe(points));

test('shares must make the whole', () => {
  expect(remainderOf(['33,34', '33,33', '33,33'])).toBe(0);
  expect(remainderOf(['60', '50'])).toBe(-1000);
  expect(remainderOf(['60', 'x'])).toBeUndefined();
});

test.each([1, 2, 3, 7])('%i equal shares make the whole exactly', (count) => {
  expect(equalShares(count).reduce((sum, one) => sum + one, 0)).toBe(10_000);
});

test('a share is typed with a comma', () => expect(typedShare(3334)).toBe('33,34'));
