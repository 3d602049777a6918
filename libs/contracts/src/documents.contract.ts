import { BatchId, CalendarDate, Cents, ClaimId, ProviderId } from '@uitkomst/domain';
import { z } from 'zod';
import { DatesSaid } from './values.contract.js';

/** What a route that gives documents gives in JSON: the same as its CSV, PDF or text, for programs and screens. */
const JournalEntry = z
  .object({
    entryId: z.string().describe('Naam van de regel: de gebeurtenis waaruit zij volgt'),
    bookingYear: z.int(),
    bookedOn: CalendarDate,
    ledgerAccount: z.string().nullish(),
    kind: z.enum(['ORDERED', 'PAID', 'RETURNED', 'RECOVERED', 'WRITTEN_OFF']),
    claimId: ClaimId,
    providerId: ProviderId,
    contractId: z.string().nullish(),
    batchId: z.string().nullish(),
    cents: z.int().describe('Met teken'),
    vatCents: z.int().describe('Btw bovenop, met het teken van de regel'),
  })
  .meta({ id: 'JournalEntry', description: 'Journaalpost' });
export const Journal = z
  .object({ ...DatesSaid, results: z.array(JournalEntry) })
  .meta({ id: 'Journal', description: 'Journaalposten van een boekjaar' });

/** What a provider is paid in a batch, line by line: its own reference, the tax, what was set off. */
const RemittanceLine = z
  .object({
    claimId: ClaimId,
    providerReference: z.string(),
    endToEndId: z.string(),
    cents: Cents,
    vatCents: z.int().min(0),
    offsetCents: z.int().min(0),
    clawbackIds: z.string().describe('Verrekende terugvorderingen, met spaties ertussen'),
    netCents: z.int().min(0),
    state: z
      .enum(['ORDERED', 'SETTLED'])
      .describe(
        'Opgedragen tot de bank meldt dat zij betaalde; niet in de CSV, waarvan boekhoudingen de kolommen kennen',
      ),
  })
  .meta({ id: 'RemittanceLine', description: 'Regel van een betaalspecificatie' });
export type RemittanceLine = z.infer<typeof RemittanceLine>;
export const Remittance = z
  .object({
    batchId: BatchId,
    providerId: ProviderId,
    exportedOn: CalendarDate,
    totalCents: z.int().min(0),
    paidCents: z.int().min(0),
    lines: z.array(RemittanceLine),
  })
  .meta({ id: 'Remittance', description: 'Betaalspecificatie van een aanbieder in een betaalbatch' });
export type Remittance = z.infer<typeof Remittance>;

const LetterSection = z
  .object({
    heading: z.string().optional(),
    paragraphs: z.array(z.string()),
    points: z.array(z.string()).optional(),
  })
  .meta({ id: 'LetterSection', description: 'Onderdeel van een brief' });
export const Letter = z
  .object({
    letterId: z.string(),
    language: z.enum(['nl', 'en']),
    addressee: z.enum(['PROVIDER', 'CLIENT']),
    writtenOn: CalendarDate,
    title: z.string(),
    header: z.array(z.object({ label: z.string(), value: z.string() })),
    sections: z.array(LetterSection),
  })
  .meta({ id: 'Letter', description: 'Brief in onderdelen' });
