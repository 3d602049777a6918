import type { Vat } from '../terms/terms.js';
import { WHOLE_BP, type Cents } from '../values/cents.js';

/** Tax paid on top of a bonus: only where the contract adds it. Half a cent goes up. */
export const addedVatCents = (cents: Cents, vat: Vat | undefined): Cents =>
  vat?.treatment === 'ADDED' ? rounded(BigInt(cents) * BigInt(vat.rateBp ?? 0), WHOLE) : 0;

/** Tax in what is paid for a bonus, on top of it or inside it. Half a cent goes up. */
export function vatCents(cents: Cents, vat: Vat | undefined): Cents {
  if (vat?.treatment !== 'INCLUDED') return addedVatCents(cents, vat);
  const rate = BigInt(vat.rateBp ?? 0);
  return rounded(BigInt(cents) * rate, WHOLE + rate);
}

const WHOLE = BigInt(WHOLE_BP);
const rounded = (numerator: bigint, denominator: bigint): number =>
  Number((2n * numerator + denominator) / (2n * denominator));
