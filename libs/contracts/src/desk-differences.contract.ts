import { CalendarDate, Cents, ClaimId, EventId } from '@uitkomst/domain';
import { z } from 'zod';
import { Instant, Text, TwoDates } from './values.contract.js';

export const DeskDifferencesQuery = z.strictObject({
  ...TwoDates,
  asOf2: TwoDates.asOf.describe('Peildatum van de tweede stand'),
  knownAsOf2: TwoDates.knownAsOf.describe('Kennisdatum van de tweede stand; zonder is dat nu'),
});
export type DeskDifferencesQuery = z.infer<typeof DeskDifferencesQuery>;

const DeskFigures = z
  .object({
    asOf: CalendarDate,
    knownAsOf: Instant,
    claims: z.int(),
    underway: z.int().describe('Declaraties waaraan nog iets te doen is'),
    cents: Cents.describe('Wat volgens de beoordelingen verschuldigd is'),
    toPayCents: z.int().describe('Nog op te dragen'),
    states: z.record(z.string(), z.int()).describe('Aantal declaraties per status'),
  })
  .meta({ id: 'DeskFigures', description: 'De hele werkvoorraad, zoals zij stond op twee data' });

const DeskSide = z
  .object({
    state: z.string(),
    stateText: Text,
    outcome: z.string().nullable(),
    cents: Cents.nullable(),
    toPayCents: z.int(),
    underway: z.boolean(),
  })
  .meta({ id: 'DeskSide', description: 'Een declaratie in een van twee standen' });

export const DeskDifferences = z
  .object({
    first: DeskFigures,
    second: DeskFigures,
    count: z.int().describe('Declaraties die anders staan'),
    complete: z.boolean().describe('false: er zijn er meer dan één antwoord noemt; kies standen dichter bij elkaar'),
    results: z.array(
      z.object({
        claimId: ClaimId,
        dossierRef: z.string(),
        providerId: z.string(),
        change: z
          .enum(['CAME', 'WENT', 'OTHERWISE'])
          .describe('Kwam in de werkvoorraad, verdween eruit, of staat er anders in'),
        before: DeskSide.nullable().describe('null: toen niet bekend'),
        after: DeskSide.nullable(),
        behind: z
          .array(z.object({ eventId: EventId, type: z.string(), recordedAt: Instant }))
          .describe(
            'Wat tussen de twee momenten van kennis op het dossier is vastgelegd; leeg: het komt door de peildatum, de registers of de voorwaarden',
          ),
      }),
    ),
  })
  .meta({
    id: 'DeskDifferences',
    description: 'Verschil tussen twee standen van de werkvoorraad, en wat erachter zit',
  });
export type DeskDifferences = z.infer<typeof DeskDifferences>;
