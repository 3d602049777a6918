import { CalendarDate } from '@uitkomst/domain';
import { z } from 'zod';

/** Elements that may come once or more often are always read as a list. */
export const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item));

/** Text of an element that may have attributes. */
export const Text = z.union([z.string(), z.looseObject({ '#text': z.string() }).transform((node) => node['#text'])]);

export const Amount = z.looseObject({
  '#text': z.string().regex(/^\d{1,15}(\.\d{1,5})?$/),
  '@_Ccy': z.string().regex(/^[A-Z]{3}$/),
});
export type Amount = z.infer<typeof Amount>;

/** A day, also that of an instant: as the bank itself counts it. */
export const DayIn = z
  .string()
  .transform((text) => text.slice(0, 10))
  .pipe(CalendarDate);
/** A day or an instant. */
export const DateOrTime = z
  .looseObject({ Dt: DayIn.optional(), DtTm: DayIn.optional() })
  .transform(({ Dt, DtTm }) => Dt ?? DtTm);

/** Euro text in whole cents; parts of a cent are no amount of ours. */
export function centsOf({ '#text': text }: Amount): number {
  const [euros = '0', decimals = ''] = text.split('.');
  if (/[1-9]/.test(decimals.slice(2))) return Number.NaN;
  return Number(euros) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
}

export const Reason = z.looseObject({
  Rsn: z.looseObject({ Cd: z.string().optional(), Prtry: z.string().optional() }).optional(),
});

/** The bank's reason as a code: its own ones in our characters. */
export function reasonOf(reasons: readonly z.infer<typeof Reason>[]): string | undefined {
  const { Cd, Prtry } = reasons[0]?.Rsn ?? {};
  if (Cd !== undefined && /^[A-Z][A-Z0-9]{3}$/.test(Cd)) return Cd;
  const own = Prtry?.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_') ?? '';
  return own === '' ? undefined : `BANK_${own}`.slice(0, 50);
}

export const refOf = (text: string | undefined): string | undefined =>
  text !== undefined && /^[\x21-\x7e]{1,35}$/.test(text) ? text : undefined;
