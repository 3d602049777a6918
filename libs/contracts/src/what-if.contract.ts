import { CalendarDate, Cents, ClaimId, ContractId, EventId, Outcome, PersonRef, ProviderId } from '@uitkomst/domain';
import { z } from 'zod';
import { Instant, Text, TwoDates } from './values.contract.js';

const DefinitionName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}@\d{1,4}$/)
  .describe('Normenkader met versie, zoals NL-STD@1');

/** Without another set or tariff it gives the totals as they were at two dates. */
export const AskWhatIf = z
  .strictObject({
    ...TwoDates,
    definition: DefinitionName.optional().describe('Het normenkader waaronder opnieuw wordt beslist'),
    against: DefinitionName.optional().describe('Waarmee wordt vergeleken; zonder is dat wat toen gold'),
    tariffCents: Cents.min(1).optional(),
    providerId: ProviderId.optional(),
    contractId: ContractId.optional(),
    dossierRef: PersonRef.optional(),
  })
  .meta({ id: 'AskWhatIf', description: 'Proefberekening over declaraties; er wordt niets vastgelegd' });
export type AskWhatIf = z.infer<typeof AskWhatIf>;

const Side = z
  .object({
    outcome: Outcome,
    cents: Cents,
    fail: z.array(z.string()),
    open: z.array(z.string()),
    definition: z.string().nullable(),
  })
  .meta({ id: 'WhatIfSide' });

const Totals = z
  .object({ cents: Cents, outcomes: z.record(z.string(), z.int()).describe('Aantal declaraties per uitkomst') })
  .meta({ id: 'WhatIfTotals' });

export const WhatIfParams = z.object({ runId: z.string().regex(/^[a-z2-7]{16}$/) });
export const WhatIfRun = z
  .object({
    runId: z.string(),
    state: z.enum(['RUNNING', 'DONE', 'FAILED']),
    asked: AskWhatIf,
    asOf: CalendarDate,
    knownAsOf: Instant.nullable(),
    files: z.int().describe('Dossiers waarover het gaat'),
    filesDone: z.int(),
    claims: z.int(),
    different: z.int().describe('Declaraties die anders zouden uitvallen'),
    before: Totals,
    after: Totals,
    byRule: z.array(z.object({ rule: z.string(), statement: Text, claims: z.int() })),
    results: z
      .array(
        z.object({
          claimId: ClaimId,
          providerId: z.string(),
          before: Side,
          after: Side,
          rule: z.string().nullable().describe('De eerste regel die anders antwoordt'),
        }),
      )
      .describe('De eerste 500 die anders uitvallen'),
  })
  .meta({ id: 'WhatIfRun', description: 'Proefberekening: voortgang en uitkomst' });
export type WhatIfRun = z.infer<typeof WhatIfRun>;

export const DifferenceQuery = z.strictObject({
  knownAsOf: TwoDates.knownAsOf.unwrap().describe('Het eerste moment van kennis: een dag (het eind ervan) of tijdstip'),
  until: TwoDates.knownAsOf.describe('Het tweede moment; zonder is dat nu'),
  dossierRef: PersonRef.optional(),
});
export type DifferenceQuery = z.infer<typeof DifferenceQuery>;

const Said = Side.omit({ definition: true }).nullable().describe('null: toen nog niet bekend of niet beoordeeld');
export const Differences = z
  .object({
    knownAsOf: Instant,
    until: Instant.nullable(),
    files: z.int().describe('Dossiers waarin in die tijd iets is vastgelegd'),
    complete: z
      .boolean()
      .describe('false: er was meer dan één antwoord kan noemen; vraag een kortere tijd of één dossier'),
    results: z.array(
      z.object({
        claimId: ClaimId,
        providerId: z.string(),
        before: Said,
        after: Said,
        behind: z
          .array(z.object({ eventId: EventId, type: z.string(), recordedAt: Instant }))
          .describe('Wat in die tijd op het dossier is vastgelegd, beoordelingen niet meegeteld'),
      }),
    ),
  })
  .meta({ id: 'Differences', description: 'Wat anders is beslist tussen twee momenten van kennis, en waardoor' });
export type Differences = z.infer<typeof Differences>;
