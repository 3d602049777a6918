import { z } from 'zod';

/** Money in whole euro cents; never a float. */
export const CENTS_MAX = 100_000_000_00;

export const Cents = z.int().min(0).max(CENTS_MAX).meta({ id: 'Cents', description: 'Bedrag in hele eurocenten' });
export type Cents = number;

/** Shares are basis points: 10,000 is the whole. */
export const WHOLE_BP = 10_000;

/**
 * Divides an amount by shares that sum to 10,000 so that the parts sum to it exactly (R38): every part is rounded down, the
 * cents left go to the largest remainders, ties to the smallest name.
 */
export function allocate(total: Cents, shares: Readonly<Record<string, number>>): Readonly<Record<string, Cents>> {
  const parts = Object.entries(shares).map(([name, bp]) => {
    const exact = BigInt(total) * BigInt(bp);
    return { name, cents: Number(exact / 10_000n), remainder: Number(exact % 10_000n) };
  });
  let left = total - parts.reduce((sum, { cents }) => sum + cents, 0);
  const byRemainder = parts.toSorted((a, b) => b.remainder - a.remainder || (a.name < b.name ? -1 : 1));
  for (const part of byRemainder) {
    if (left <= 0) break;
    part.cents += 1;
    left -= 1;
  }
  return Object.fromEntries(parts.map(({ name, cents }) => [name, cents]));
}
