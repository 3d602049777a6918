import { basisPointsFrom, equalShares, remainderOf, startingShares, typedShare } from './shares.js';

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

test.each([
  ['nothing decided yet', null, ['50,00', '0,00', '50,00']],
  ['a decision from before the claim ended', { A: 4000, B: 3000, C: 3000 }, ['40,00', '0,00', '30,00']],
])('a claim that ended starts at nothing, with %s', (_, decided, shares) => {
  const sharers = ['A', 'B', 'C'].map((providerId) => ({ providerId, ended: providerId === 'B' }));
  expect(startingShares(sharers, decided)).toEqual(shares);
});

test('where all claims ended, there is nothing to divide by itself', () =>
  expect(startingShares([{ providerId: 'A', ended: true }], null)).toEqual(['0,00']));
