import { z } from 'zod';
import { dayOf } from '@uitkomst/domain';

const said = (what: string) => ({
  error: (issue: { readonly input?: unknown }) => (issue.input === undefined ? 'is missing' : what),
});

/** Texts of a case file are read as written (`007` stays `007`), so numbers arrive here as text too. */
const whole = (most: number, what: string) =>
  z
    .string(said(`must be ${what}`))
    .regex(/^\d{1,12}$/, { error: `must be ${what}`, abort: true })
    .transform(Number)
    .refine((number) => number <= most, `must be ${what}`);

const isDay = (text: string): boolean => {
  try {
    dayOf(text);
    return true;
  } catch {
    return false; // 30 February and the like.
  }
};

/** An Amsterdam day, `2009-03-10`. */
export const CaseDay = z
  .string(said('must be a date: jjjj-mm-dd'))
  .refine(isDay, 'must be an existing date: jjjj-mm-dd');

/** The name a case gives to a thing of its own: any short text. */
export const Name = z
  .string(said('must be a text'))
  .trim()
  .min(1, 'must not be empty')
  .max(200, 'is longer than 200 characters');

/** A remark; nothing reads it. */
export const Note = z.string(said('must be a text')).max(2000, 'is longer than 2000 characters');

export const choice = <const T extends readonly string[]>(options: T) =>
  z.enum(options, said(`must be one of ${options.join(', ')}`));

export const Percent = whole(100, 'a whole percentage from 0 to 100');
export const BasisPoints = whole(10_000, 'whole basis points from 0 to 10000');
export const CaseCents = whole(100_000_000_00, 'whole euro cents, 0 or more');
export const LadderStep = whole(6, 'a step from 1 to 6').refine((step) => step >= 1, 'must be a step from 1 to 6');

/** Hours a week, at most two decimals: 36 or 19.25. */
export const Hours = z
  .string(said('must be hours a week'))
  .regex(/^\d{1,3}(\.\d{1,2})?$/, { error: 'must be hours a week, at most two decimals', abort: true })
  .transform((text) => Math.round(Number(text) * 100))
  .refine((hundredths) => hundredths <= 16_800, 'must be at most 168 hours a week');

export const Truth = choice(['true', 'false']).transform((text) => text === 'true');

export const listOf = <T extends z.ZodType>(item: T) => z.array(item, said('must be a list'));

/** A field that may be left out. The catalogue writes an open end as `null` (events.md), which says the same as nothing. */
export const maybe = <T extends z.ZodType>(field: T) => z.preprocess(absent, field.optional());
export const listOrNone = <T extends z.ZodType>(item: T) => z.preprocess(absent, listOf(item).default([]));
const absent = (value: unknown): unknown => value ?? undefined;

/** An object that holds these fields and no others. */
export const objectOf = <S extends z.core.$ZodLooseShape>(what: string, shape: S) =>
  z.strictObject(shape, said(`must be ${what}`));
