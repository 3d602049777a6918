import { Bsn, CalendarDate } from '@uitkomst/domain';
import { z } from 'zod';
import { dutchOf } from './issue-words.js';
import { faultsOf } from './field-faults.js';
import { SubmitClaim } from './claims.contract.js';
import { TwoDates } from './values.contract.js';

const dutch = (schema: z.ZodType, value: unknown): string[] =>
  (schema.safeParse(value).error?.issues ?? []).map((issue) => dutchOf(issue));

test.each([
  [z.string(), undefined, 'Ontbreekt'],
  [z.string(), 1, 'Moet een tekst zijn'],
  [z.int(), 'x', 'Moet een getal zijn'],
  [z.array(z.string()), {}, 'Moet een lijst zijn'],
  [z.int().min(1), 0, 'Minstens 1'],
  [z.int().max(100), 101, 'Hoogstens 100'],
  [z.string().max(2), 'abc', 'Hoogstens 2 tekens'],
  [z.array(z.int()).min(1), [], 'Minstens 1 onderdeel'],
  [z.string().regex(/^a$/), 'b', 'Niet in de vorm /^a$/'],
  [z.enum(['A', 'B']), 'C', 'Kies uit: A, B'],
  [z.union([z.string(), z.int()]), null, 'Past bij geen van de mogelijkheden'],
  [z.strictObject({}), { a: 1 }, 'Onbekend veld'],
  [Bsn, '123456789', 'Geen burgerservicenummer'],
  [CalendarDate, '0020-02-29', 'Geen kalenderdag tussen 1900 en 2199'],
])('what zod says of %#, in Dutch', (schema, value, words) => {
  expect(dutch(schema, value)).toEqual([words]);
});

test.each(['2026-02-30', '2026-01-01T00:00:00', '2026-01-01T00:00:00 02:00'])(
  'who names no moment as knownAsOf is told what one looks like: %s',
  (text) => {
    const wanted = 'Een dag, of een tijdstip met het verschil met UTC: 2026-01-31 of 2026-01-31T09:00:00Z';
    expect(dutch(TwoDates.knownAsOf, text)).toEqual([wanted]);
  },
);

test('the choices of a union that goes by a field are named', () => {
  const schema = z.discriminatedUnion('type', [z.object({ type: z.literal('A') }), z.object({ type: z.literal('B') })]);
  expect(dutch(schema, { type: 'C' })).toEqual(['Kies uit: A, B']);
});

test('a fault is told in the language that is asked for, English by itself', () => {
  const issues = SubmitClaim.safeParse({ cents: 'x', nope: 1 }).error?.issues ?? [];
  const told = (language?: 'nl' | 'en') =>
    issues
      .flatMap((issue) => faultsOf(issue, { in: 'body', ...(language && { language }) }))
      .map(({ message }) => message);
  expect(told('nl')).toContain('Onbekend veld');
  expect(told()).toContain('Unknown field');
});
