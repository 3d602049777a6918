import {
  CalendarDate,
  ClaimId,
  Code,
  DELEGABLE,
  DUTIES,
  EventId,
  Role,
  SampleFilter,
  SampleId,
  Sha256,
  SubjectId,
} from '@uitkomst/domain';
import { z } from 'zod';
import { Instant, pageAtOf, PageQuery, Receipt, Text, TwoDates } from './values.contract.js';

export const ListRefusals = z.strictObject({
  subject: SubjectId.optional().describe('Alleen van deze medewerker'),
  code: Code.optional().describe('Alleen met deze reden'),
  ...PageQuery,
  ...TwoDates,
});
export type ListRefusals = z.infer<typeof ListRefusals>;

const ListedRefusal = z
  .object({
    eventId: EventId,
    subject: z.string().describe('Vast kenmerk van wie het vroeg'),
    command: z.string().describe('Wat werd gevraagd'),
    code: z.string().describe('Waarom het werd geweigerd'),
    claimId: ClaimId.nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'ListedRefusal', description: 'Geweigerde handeling' });
export const RefusalPage = pageAtOf('RefusalPage', ListedRefusal);
export type RefusalPage = z.infer<typeof RefusalPage>;

const Duty = z.enum(DUTIES).meta({ id: 'Duty', description: 'Handeling in de functiescheiding' });
/** Who may do what after whom, as the deciders have it. */
export const WhoMay = z
  .object({
    results: z.array(
      z.object({
        duty: Duty,
        text: Text,
        roles: z.array(Role),
        notAfter: z.array(Duty).describe('Wie een van deze deed op dezelfde declaratie, mag dit niet'),
      }),
    ),
  })
  .meta({ id: 'WhoMay', description: 'Functiescheiding: wie mag wat na wie' });
export type WhoMay = z.infer<typeof WhoMay>;

export const CheckStaffing = z
  .strictObject({
    people: z
      .array(z.strictObject({ subject: SubjectId, roles: z.array(Role.exclude(['SYSTEM'])).min(1) }))
      .min(1)
      .max(100),
  })
  .meta({ id: 'CheckStaffing', description: 'Medewerkers met hun rollen, zonder namen' });
export type CheckStaffing = z.infer<typeof CheckStaffing>;

export const Staffing = z
  .object({
    results: z.array(
      z.object({
        journey: z.string(),
        text: Text,
        possible: z.boolean(),
        by: z.array(z.object({ duty: Duty, subject: z.string() })).describe('Eén manier, of zo ver als het komt'),
        nobodyFor: Duty.optional().describe('Hiervoor is niemand over'),
        barred: z
          .array(z.object({ subject: z.string(), did: z.array(Duty) }))
          .optional()
          .describe('Wie de rol heeft, en wat die al had gedaan'),
      }),
    ),
  })
  .meta({ id: 'Staffing', description: 'Wat met deze mensen kan, en waar niemand over is' });
export type Staffing = z.infer<typeof Staffing>;

export const PlanSample = z
  .strictObject({ filter: SampleFilter, size: z.int().min(1).max(5000).describe('Aantal te controleren declaraties') })
  .meta({ id: 'PlanSample', description: 'Aankondiging van een steekproef; populatie en zaad liggen daarmee vast' });
export type PlanSample = z.infer<typeof PlanSample>;
export const SampleParams = z.object({ sampleId: SampleId });
export type SampleParams = z.infer<typeof SampleParams>;
export const CheckSample = z
  .strictObject({
    claimId: ClaimId,
    valid: z.boolean().describe('Terecht betaald of afgewezen'),
    reason: Code.optional(),
  })
  .meta({ id: 'CheckSample', description: 'Bevinding bij één declaratie uit de steekproef' });
export type CheckSample = z.infer<typeof CheckSample>;
export const SampleQuery = z.strictObject({
  extrapolate: z.enum(['true', 'false']).optional().describe('Reken de fout door naar de populatie; standaard niet'),
});
export type SampleQuery = z.infer<typeof SampleQuery>;

const Share = z.number().min(0).max(1);
export const Sample = z
  .object({
    sampleId: SampleId,
    filter: SampleFilter,
    size: z.int(),
    rule: z.string(),
    plannedOn: CalendarDate,
    drawnOn: CalendarDate.optional(),
    seed: z.string().optional().describe('Volgt uit het blad van de aankondiging in het grootboek'),
    population: z.int().optional(),
    filterHash: Sha256.optional(),
    populationHash: Sha256.optional(),
    claims: z.array(
      z.object({
        claimId: ClaimId,
        valid: z.boolean().optional(),
        reason: z.string().optional(),
        checkedOn: CalendarDate.optional(),
      }),
    ),
    checked: z.int(),
    errors: z.int(),
    complete: z.boolean().describe('Alles is gecontroleerd; eerder zegt het interval niets over de populatie'),
    interval: z
      .object({ rate: Share, low: Share, high: Share })
      .optional()
      .describe('Foutpercentage met het 95%-interval van Wilson'),
    extrapolation: z
      .object({ code: z.literal('SAMPLE_ERROR_EXTRAPOLATED'), text: Text, claims: z.int(), from: z.int(), to: z.int() })
      .optional()
      .describe('Alleen op verzoek; nooit een grond om terug te vorderen'),
    receipt: Receipt.optional(),
  })
  .meta({ id: 'Sample', description: 'Steekproef' });
export type Sample = z.infer<typeof Sample>;
export const Samples = z
  .object({
    results: z.array(
      z.object({ sampleId: SampleId, plannedOn: CalendarDate, size: z.int(), checked: z.int(), errors: z.int() }),
    ),
  })
  .meta({ id: 'Samples', description: 'Steekproeven, de laatste eerst' });
export type Samples = z.infer<typeof Samples>;

export const RecordDelegation = z
  .strictObject({
    fromSubject: SubjectId.describe('Wie afwezig is'),
    toSubject: SubjectId.describe('Wie handelt, onder het eigen kenmerk'),
    role: z.enum(DELEGABLE),
    validFrom: CalendarDate,
    validTo: CalendarDate.describe('Eerste dag waarop het niet meer geldt'),
  })
  .meta({ id: 'RecordDelegation', description: 'Mandaat bij afwezigheid' });
export type RecordDelegation = z.infer<typeof RecordDelegation>;
export const Delegation = z
  .object({
    eventId: EventId,
    fromSubject: z.string(),
    toSubject: z.string(),
    role: Role,
    validFrom: CalendarDate,
    validTo: CalendarDate.optional(),
    holds: z.boolean().describe('Geldt vandaag'),
  })
  .meta({ id: 'Delegation', description: 'Mandaat zoals het is vastgelegd' });
export type Delegation = z.infer<typeof Delegation>;
export const Delegations = z
  .object({ results: z.array(Delegation) })
  .meta({ id: 'Delegations', description: 'Mandaten, in de volgorde van vastlegging' });
export type Delegations = z.infer<typeof Delegations>;
