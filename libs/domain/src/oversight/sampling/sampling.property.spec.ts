import fc from 'fast-check';
import { draw, populationHashOf, seedOf } from './draw.js';
import { wilson } from './wilson.js';

const id = (index: number): string =>
  `abcdefghijklm.c${index.toString(26).replaceAll(/[0-9]/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`;
const population = (size: number): readonly string[] => Array.from({ length: size }, (_, index) => id(index));

/** Worked with R's binom::binom.confint(method = "wilson") and in Newcombe (1998), table I. */
it.each([
  [0, 10, 0, 0.2775],
  [1, 10, 0.0179, 0.4042],
  [5, 10, 0.2366, 0.7634],
  [10, 10, 0.7225, 1],
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i in error of %i lie between %d and %d', (errors, checked, low, high) => {
  const interval = wilson(errors, checked);
  expect([interval?.low, interval?.high].map((bound) => bound?.toFixed(4))).toEqual([low.toFixed(4), high.toFixed(4)]);
});

it('of nothing checked nothing is said', () => {
  expect(wilson(0, 0)).toBeUndefined();
});

it('the interval holds the rate, lies in 0 to 1, mirrors and narrows as more is checked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (checked, some) => {
      const errors = some % (checked + 1);
      const { rate, low, high } = wilson(errors, checked) ?? { rate: -1, low: 1, high: -1 };
      expect(0 <= low && low <= rate && rate <= high && high <= 1).toBe(true);
      const mirrored = wilson(checked - errors, checked);
      expect(mirrored?.low).toBeCloseTo(1 - high, 12);
      const tenfold = wilson(errors * 10, checked * 10);
      expect((tenfold?.high ?? 1) - (tenfold?.low ?? 0)).toBeLessThan(high - low);
    }),
  );
});

it('a draw is the same whoever makes it, in whatever order the population comes, without doubles', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 400 }), fc.string(), (all, size, seed) => {
      const claims = population(all);
      const drawn = draw(claims, seed, size);
      expect(draw(claims.toReversed(), seed, size)).toEqual(drawn);
      expect(new Set(drawn).size).toBe(Math.min(all, size));
      expect(drawn.every((claim) => claims.includes(claim))).toBe(true);
      expect(populationHashOf(claims.toReversed())).toBe(populationHashOf(claims));
    }),
    { numRuns: 50 },
  );
});

it('every claim comes as often as another, over many seeds', () => {
  const claims = population(20);
  const times = new Map<string, number>();
  for (let round = 0; round < 4000; round += 1)
    for (const claim of draw(claims, seedOf('S1', String(round)), 5)) times.set(claim, (times.get(claim) ?? 0) + 1);
  // 4000 draws of 5 out of 20: 1000 each; chi-square with 19 degrees of freedom, 0.1 % limit 43.8.
  const chi = claims.reduce((sum, claim) => sum + ((times.get(claim) ?? 0) - 1000) ** 2 / 1000, 0);
  expect(chi).toBeLessThan(43.8);
});
