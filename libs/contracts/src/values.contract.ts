import { z } from 'zod';
import { CalendarDate, EventId, PersonRef, Sha256, type Language } from '@uitkomst/domain';

export const Text = z
  .array(z.object({ language: z.enum(['nl', 'en']), value: z.string() }))
  .meta({ id: 'Text', description: 'Tekst in het Nederlands en het Engels' });
export type Text = z.infer<typeof Text>;

/** What is said in each language, beside each other. */
export const inBothLanguages = (say: (language: Language) => string): Text => [
  { language: 'nl', value: say('nl') },
  { language: 'en', value: say('en') },
];

/** An instant with an offset. */
export const Instant = z.iso
  .datetime({ offset: true })
  .meta({ id: 'Instant', description: 'Tijdstip (RFC 3339)', format: 'date-time' });

/** What proves that the ledger took it. */
export const Receipt = z
  .object({
    eventId: EventId,
    leafHash: Sha256.describe('Hash van het vastgelegde blad in het grootboek'),
    recordedAt: Instant,
    type: z.string().optional().describe('Soort gebeurtenis'),
    sealedBefore: Instant.optional().describe('Uiterlijk dan is het blad verzegeld en het bewijs op te vragen'),
    promise: z.string().optional().describe('Ondertekende toezegging daarvan (C2SP signed-note)'),
  })
  .meta({ id: 'Receipt', description: 'Ontvangstbewijs' });
export type Receipt = z.infer<typeof Receipt>;

const isInReach = (instant: string): boolean => /^(19|20|21)/.test(instant) && !/\.\d{10}/.test(instant);

/** As of when something was so, and as known when: a day (its end, Europe/Amsterdam) or an instant. */
export const TwoDates = {
  asOf: CalendarDate.optional().describe('Peildatum: zoals het was op deze dag'),
  knownAsOf: z
    .union([CalendarDate, Instant.refine(isInReach, 'from 1900 to 2199, no finer than a nanosecond')], {
      error: 'A day, or an instant with its offset from UTC: 2026-01-31 or 2026-01-31T09:00:00Z',
    })
    .optional()
    .describe('Kennisdatum: zoals bekend op dit tijdstip, of aan het eind van deze dag'),
};

/** A whole number in a query or a path, between these: decimal digits and nothing else, no 1e2 and no 0x10. */
export const digits = (least: number, most: number) =>
  z.preprocess(
    (text) => (typeof text === 'string' && /^\d{1,16}$/.test(text) ? Number(text) : text),
    z.int().min(least).max(most),
  );

export const PageQuery = {
  page: digits(1, 100_000).optional().describe('Bladzijde, vanaf 1'),
  pageSize: digits(1, 100).optional().describe('Regels per bladzijde, hoogstens 100'),
};

/** Of a long feed, which grows while one reads: the same, or where an earlier answer left off. */
export const feedQuery = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z.strictObject({ ...fields, ...PageQuery, after: AFTER }).refine((asked: Placed) => isOnePlace(asked), {
    message: 'Not together with after',
    path: ['page'],
  });

const AFTER = z
  .string()
  .regex(/^[\w-]{1,40}$/)
  .optional()
  .describe('Ga door waar een eerder antwoord ophield, uit zijn next; niet samen met page');

interface Placed {
  readonly page?: unknown;
  readonly after?: unknown;
}
const isOnePlace = ({ page, after }: Placed): boolean => page === undefined || after === undefined;

/** A page of a list (ZGW): how many there are in all, where the next and previous page are. */
export const pageOf = <T extends z.ZodType>(id: string, item: T) =>
  z
    .object({
      count: z.int().min(0),
      next: z.string().nullable(),
      previous: z.string().nullable(),
      results: z.array(item),
    })
    .meta({ id });

/** A page of a list that can be asked at two dates; without them it says none. */
export const pageAtOf = <T extends z.ZodType>(id: string, item: T) => pageOf(id, item).extend(DatesSaid).meta({ id });

/** As of when, and as known when, an answer about the past is. */
export const DatesSaid = {
  asOf: CalendarDate.optional().describe('Peildatum, als naar een stand van toen is gevraagd'),
  knownAsOf: Instant.optional().describe('Kennistijdstip, als naar een stand van toen is gevraagd'),
};

export const FileParams = z.object({ dossierRef: PersonRef });
export type FileParams = z.infer<typeof FileParams>;
