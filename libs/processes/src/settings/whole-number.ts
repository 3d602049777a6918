import { z } from 'zod';

/** A number as an operator writes it: decimal digits only, since `Number` takes white space for 0, and 0x1F and 1e3 for numbers. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number in digits')
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));
