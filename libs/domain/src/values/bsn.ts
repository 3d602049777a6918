import { z } from 'zod';

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/** The eleven test: the weighted digits of a citizen service number add up to a multiple of eleven. */
function passesElevenTest(digits: string): boolean {
  const sum = WEIGHTS.reduce<number>((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === 0 && Number(digits) > 0;
}

/**
 * Burgerservicenummer: nine digits that pass the eleven test. Travels in bodies alone, never in a URL, log or event; exchanged for a
 * personRef at the door and kept nowhere.
 */
export const Bsn = z
  .string()
  .regex(/^\d{9}$/, 'nine digits')
  .refine(passesElevenTest, 'not a citizen service number')
  .meta({ id: 'Bsn', description: 'Burgerservicenummer, negen cijfers' });
