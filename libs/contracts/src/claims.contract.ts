import { z } from 'zod';
import {
  Bsn,
  CalendarDate,
  Cents,
  CLAIM_STATES,
  ClaimId,
  claimFields,
  Code,
  EventId,
  Evidence,
  Outcome,
  OutcomeType,
  PersonRef,
  PROVIDER_STATUSES,
  ProviderId,
  Sha256,
} from '@uitkomst/domain';
import { DatesSaid, Instant, pageAtOf, PageQuery, Receipt, Text, TwoDates } from './values.contract.js';

const EVIDENCE_MAX = 20;

/** Who is claiming comes from the token. A claim names the client by dossier or, in the body, by BSN. */
export const SubmitClaim = z
  .strictObject({
    dossierRef: PersonRef.optional(),
    bsn: Bsn.optional(),
    ...claimFields,
    outcomeType: OutcomeType.optional().describe('WORK als het ontbreekt'),
    milestone: Code.optional().describe('SUSTAINED als het ontbreekt'),
  })
  .refine(({ dossierRef, bsn }) => (dossierRef === undefined) !== (bsn === undefined), {
    message: 'Name either dossierRef or bsn',
    path: ['dossierRef'],
  })
  .meta({ id: 'SubmitClaim', description: 'Declaratie van een bonus' });
export type SubmitClaim = z.infer<typeof SubmitClaim>;

export const ReadClaim = z.strictObject({ ...TwoDates });
export type ReadClaim = z.infer<typeof ReadClaim>;
export const ClaimParams = z.object({ claimId: ClaimId });
export type ClaimParams = z.infer<typeof ClaimParams>;

export const CompleteClaim = z
  .strictObject({ evidence: z.array(Evidence).min(1).max(EVIDENCE_MAX) })
  .meta({ id: 'CompleteClaim', description: 'Aanvulling met bewijsstukken' });
export type CompleteClaim = z.infer<typeof CompleteClaim>;

export const WithdrawClaim = z
  .strictObject({ reason: z.enum(['MISTAKE', 'NOT_EARNED', 'OTHER']) })
  .meta({ id: 'WithdrawClaim', description: 'Intrekking door de aanbieder' });
export type WithdrawClaim = z.infer<typeof WithdrawClaim>;

/** One reason, in the words this reader may read. */
export const Reason = z
  .object({
    code: z.string(),
    kind: z.enum(['FAIL', 'OPEN', 'INFO']),
    text: Text,
    rule: z.string().optional(),
    untilOn: CalendarDate.optional(),
  })
  .meta({ id: 'Reason', description: 'Reden van een beoordeling' });
export type Reason = z.infer<typeof Reason>;

/** A claim as its reader may see it: a provider reads neither rivals nor what was not yet made known. */
export const Claim = z
  .object({
    claimId: ClaimId,
    providerId: ProviderId,
    submittedOn: CalendarDate,
    contractId: z.string().optional(),
    trajectId: z.string().optional(),
    jobId: z.string().optional(),
    milestone: z.string(),
    outcomeType: OutcomeType,
    assertedOutflowOn: CalendarDate.optional(),
    claimedCents: Cents.optional(),
    providerReference: z.string().optional(),
    evidence: z.array(Evidence),
    state: z.string().describe('Status zoals deze lezer die mag zien'),
    stateText: Text,
    outcome: Outcome.optional(),
    reasons: z.array(Reason),
    cents: Cents.optional().describe('Toe te kennen bedrag'),
    untilOn: CalendarDate.optional().describe('Verwachte datum van een beslissing'),
    respondUntilOn: CalendarDate.optional().describe('Laatste dag om te reageren of aan te vullen'),
    determinationId: EventId.optional(),
    decisionHash: Sha256.optional(),
    definition: z.string().optional(),
    notifiedOn: CalendarDate.optional(),
    receipt: Receipt.optional(),
    ...DatesSaid,
  })
  .meta({ id: 'Claim', description: 'Declaratie' });
export type Claim = z.infer<typeof Claim>;

export const ClaimRow = z
  .object({
    claimId: ClaimId,
    providerId: ProviderId,
    state: z.string(),
    stateText: Text,
    submittedOn: CalendarDate,
    milestone: z.string(),
    cents: Cents.nullable(),
    untilOn: CalendarDate.nullable(),
    providerReference: z.string().nullable(),
    reasons: z.array(Reason).optional().describe('Alleen voor de aanbieder zelf: waarom, en wat nog ontbreekt'),
    respondUntilOn: CalendarDate.nullable().optional().describe('Laatste dag om aan te vullen of bezwaar te maken'),
    paidCents: Cents.optional().describe('Wat er op is betaald'),
    definition: z
      .string()
      .nullable()
      .optional()
      .describe('Alleen voor medewerkers: normenkader, als definitionId@version'),
  })
  .meta({ id: 'ClaimRow', description: 'Declaratie in een lijst' });
export type ClaimRow = z.infer<typeof ClaimRow>;
export const ClaimPage = pageAtOf('ClaimPage', ClaimRow);
export type ClaimPage = z.infer<typeof ClaimPage>;
const SeenState = z
  .enum([...new Set([...CLAIM_STATES, ...PROVIDER_STATUSES])])
  .describe('Status zoals deze lezer die mag zien');
export const ListClaims = z.strictObject({ ...PageQuery, ...TwoDates, state: SeenState.optional() });
export type ListClaims = z.infer<typeof ListClaims>;

export const LetterParams = z.object({
  claimId: ClaimId,
  letterId: z.union([Code, EventId]).describe('Kenmerk van de brief, of de bekendmaking zelf'),
});
export type LetterParams = z.infer<typeof LetterParams>;

export const DeterminationParams = z.object({ claimId: ClaimId, eventId: EventId });
export type DeterminationParams = z.infer<typeof DeterminationParams>;

/** One recorded determination; only staff and auditors read the rules and the grounds it rests on. */
export const Determination = z
  .object({
    determinationId: EventId,
    claimId: ClaimId,
    number: z.int().optional().describe('Volgnummer; niet voor wie maar een deel te lezen krijgt'),
    recordedAt: Instant,
    outcome: Outcome,
    cents: Cents,
    reasons: z.array(Reason),
    untilOn: CalendarDate.optional(),
    definition: z.string().optional(),
    ruleSet: z.string().optional(),
    asOf: CalendarDate.optional(),
    decisionHash: Sha256.optional(),
    passed: z.array(z.string()).optional(),
    rules: z.array(z.record(z.string(), z.unknown())).optional(),
    basis: z.record(z.string(), z.unknown()).optional(),
    replay: z
      .object({ same: z.boolean(), firstDifference: z.string().optional() })
      .optional()
      .describe('Opnieuw berekend uit het grootboek: gelijk aan wat is vastgelegd?'),
  })
  .meta({ id: 'Determination', description: 'Vastgelegde beoordeling' });
export type Determination = z.infer<typeof Determination>;
export const Determinations = z
  .object({ results: z.array(Determination) })
  .meta({ id: 'Determinations', description: 'Beoordelingen van een declaratie, de laatste als laatste' });
export type Determinations = z.infer<typeof Determinations>;

/** Only what may still come or be shown; never a fact to be bent. */
export const NeededChanges = z
  .object({
    claimId: ClaimId,
    asOf: CalendarDate,
    knownAsOf: Instant.nullable(),
    outcome: Outcome.optional(),
    eligibleOn: CalendarDate.optional().describe('Eerste dag waarop de declaratie dan toekenbaar is'),
    cents: Cents.optional(),
    changes: z.array(
      z.object({
        code: z.string().describe('Reden die ermee beantwoord is'),
        change: z.string().describe('Gebeurtenis, met tussen haakjes welke'),
        text: Text,
        by: z.array(z.string()).describe('Wie het kan: een rol, of TIME'),
        earliestOn: CalendarDate,
      }),
    ),
    standing: z.array(z.object({ code: z.string(), text: Text })).describe('Redenen waar niets meer aan te doen is'),
  })
  .meta({ id: 'NeededChanges', description: 'Wat er nog zou moeten gebeuren, en van wie dat afhangt' });
export type NeededChanges = z.infer<typeof NeededChanges>;
