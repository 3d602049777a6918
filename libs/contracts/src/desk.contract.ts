import {
  CLAIM_STATES,
  CalendarDate,
  Cents,
  ClaimId,
  ClawbackId,
  EventId,
  ObjectionId,
  Outcome,
  ProviderId,
} from '@uitkomst/domain';
import { z } from 'zod';
import { digits, pageAtOf, PageQuery, Text, TwoDates } from './values.contract.js';

const Flag = z.enum(['true', 'false']).describe('true of false');
export const DeskQuery = z.strictObject({
  ...PageQuery,
  ...TwoDates,
  state: z.enum(CLAIM_STATES).optional(),
  providerId: ProviderId.optional(),
  contested: Flag.optional().describe('Alleen wel of niet omstreden declaraties'),
  outcome: Outcome.optional(),
  underway: Flag.optional().describe('Alleen wat nog loopt, of juist wat af is'),
  overdue: z.literal('true').optional().describe('Alleen waarvan een termijn voorbij is'),
  attention: z
    .enum(['CLAWBACK', 'OBJECTION', 'NOTICE', 'FRESH_APPROVAL', 'ALARM'])
    .optional()
    .describe(
      'Alleen wat hierop wacht: een lopende terugvordering, een bezwaar, een bekendmaking, opnieuw fiatteren (het besluit veranderde), of een alarm',
    ),
  q: z.string().trim().min(2).max(60).optional().describe('Deel van declaratie- of dossiernummer, kenmerk of baan'),
  sort: z
    .enum(['dueOn', '-dueOn', 'submittedOn', '-submittedOn', 'cents', '-cents'])
    .optional()
    .describe('Volgorde; met een min ervoor aflopend. Zonder: eerst wat omstreden is, dan het oudste'),
});
export type DeskQuery = z.infer<typeof DeskQuery>;

const DeskClawback = z
  .object({
    clawbackId: ClawbackId,
    state: z.enum(['PROPOSED', 'DECIDED']),
    cents: Cents,
    outstandingCents: Cents,
    heard: z.boolean(),
    hearingUntilOn: CalendarDate.optional(),
  })
  .meta({ id: 'DeskClawback', description: 'Lopende terugvordering' });

const DeskObjection = z
  .object({
    objectionId: ObjectionId,
    parties: z.array(z.enum(['PROVIDER', 'CLIENT'])),
    subjectEventId: EventId,
    filedOn: CalendarDate,
    late: z.boolean(),
    decideByOn: CalendarDate,
    postponedUntilOn: CalendarDate,
  })
  .meta({ id: 'DeskObjection', description: 'Bezwaar waarop nog te beslissen is, met de beslistermijn' });

export const DeskRow = z
  .object({
    claimId: ClaimId,
    dossierRef: z.string(),
    providerId: z.string(),
    jobId: z.string().nullable(),
    providerReference: z.string().nullable(),
    state: z.string(),
    stateText: Text,
    outcome: z.string().nullable(),
    fail: z.array(z.string()),
    open: z.array(z.string()),
    cents: Cents.nullable(),
    toPayCents: z.int().describe('Nog op te dragen'),
    submittedOn: CalendarDate,
    untilOn: CalendarDate.nullable(),
    nextChangeOn: CalendarDate.nullable(),
    maturityOn: CalendarDate.nullable(),
    dueOn: CalendarDate.nullable().describe('De eerste termijn die loopt: bezwaar, zienswijze, bewijs of besluit'),
    stale: z.boolean().describe('Er is gefiatteerd, daarna veranderde het besluit en niemand fiatteerde opnieuw'),
    contested: z.boolean().describe('Een andere aanbieder declareert dezelfde baan of uitstroom'),
    notice: z
      .object({ kind: z.string(), subjectEventId: EventId, sinceOn: CalendarDate })
      .nullable()
      .describe('Nog niet bekendgemaakt besluit, en sinds wanneer het ongewijzigd staat'),
    warning: z
      .object({ code: z.string(), text: Text })
      .nullable()
      .describe('NO_UNINVOLVED_PERSON: van de medewerkers kan niemand dit nog doen'),
    alarms: z
      .array(z.enum(['LINE_MISMATCH', 'NO_BANK_ANSWER']))
      .describe('Een boeking die niet past, of een bank die al dagen niets meldt'),
    inBatch: z.string().nullable().describe('De klaargezette betaalbatch waarin de declaratie al staat'),
    clawback: DeskClawback.nullable(),
    objection: DeskObjection.nullable(),
    determinationId: z.string().nullable(),
    decisionHash: z.string().nullable(),
    definition: z.string().nullable().describe('Normenkader waarop is beoordeeld, als definitionId@version'),
    etag: z.string().describe('Waarde voor If-Match'),
  })
  .meta({ id: 'DeskRow', description: 'Declaratie in de werkvoorraad' });
export type DeskRow = z.infer<typeof DeskRow>;
export const DeskPage = pageAtOf('DeskPage', DeskRow);
export type DeskPage = z.infer<typeof DeskPage>;

export const SilentQuery = z.strictObject({
  ...PageQuery,
  ...TwoDates,
  days: digits(1, 3650).optional().describe('Zonder: 42'),
  providerId: ProviderId.optional(),
});
export type SilentQuery = z.infer<typeof SilentQuery>;
export const SilentTrajectPage = pageAtOf(
  'SilentTrajectPage',
  z
    .object({
      dossierRef: z.string(),
      trajectId: z.string(),
      providerId: z.string(),
      contractId: z.string(),
      startedOn: CalendarDate,
      lastHeardOn: CalendarDate.describe('Wanneer er voor het laatst iets van is vastgelegd'),
      lastHeard: z.string().describe('En wat: het soort feit'),
      silentDays: z.int().min(0),
      suspended: z.boolean(),
    })
    .meta({ id: 'SilentTraject', description: 'Lopend traject waarvan al lang niets is gehoord' }),
);
export type SilentTrajectPage = z.infer<typeof SilentTrajectPage>;
