import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { CalendarDate } from '../../values/calendar-date.js';
import { Cents } from '../../values/cents.js';
import { ClaimId, Code, ContractId, EventId, JobId, ProviderId, Sha256, TrajectId } from '../../values/ids.js';
import { Evidence } from '../fact-fields.js';

export const OutcomeType = z
  .enum(['WORK', 'LADDER_STEP'])
  .meta({ id: 'OutcomeType', description: 'Soort resultaat waarvoor gedeclareerd wordt' });
export type OutcomeType = z.infer<typeof OutcomeType>;

/** The provider's own number for the claim; at most 35 characters, no personal data. */
export const ProviderReference = z
  .string()
  .max(35)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_./-]*$/)
  .refine((text) => !/\d{9}/.test(text), 'nine digits in a row could be a BSN')
  .meta({ id: 'ProviderReference', description: 'Eigen kenmerk van de aanbieder' });

/** What a claim asks for, as submitted. */
export const claimFields = {
  contractId: ContractId.optional(),
  trajectId: TrajectId.optional(),
  jobId: JobId.optional(),
  assertedOutflowOn: CalendarDate.optional(),
  cents: Cents.optional(),
  evidence: z.array(Evidence).max(20).optional(),
  providerReference: ProviderReference.optional(),
};

/** Declaratie bonus. A rival's claim is recorded, never refused: the collision is evidence. Without cents it asks for the tariff. */
export const ClaimSubmitted = defineEvent('ClaimSubmitted', {
  open: { outcomeType: OutcomeType, milestone: Code },
  provider: { claimId: ClaimId, providerId: ProviderId, submittedOn: CalendarDate, ...claimFields },
});
export const ClaimCompleted = defineEvent('ClaimCompleted', {
  provider: { claimId: ClaimId, evidence: z.array(Evidence).max(20), completedOn: CalendarDate },
});
export const ClaimWithdrawn = defineEvent('ClaimWithdrawn', {
  provider: { claimId: ClaimId, reason: z.enum(['MISTAKE', 'NOT_EARNED', 'OTHER']), withdrawnOn: CalendarDate },
});
export const ClaimExpired = defineEvent('ClaimExpired', { provider: { claimId: ClaimId, expiredOn: CalendarDate } });
export const ClaimClosed = defineEvent('ClaimClosed', { provider: { claimId: ClaimId, closedOn: CalendarDate } });

export const Outcome = z
  .enum(['ELIGIBLE', 'REJECTED', 'PENDING', 'REVIEW', 'CLAWBACK'])
  .meta({ id: 'Outcome', description: 'Uitkomst van de beoordeling' });
export type Outcome = z.infer<typeof Outcome>;

/**
 * So many facts a rule's answer names: more than any client's file has of one kind. An officer's answer lapses only with the facts that
 * are named.
 */
export const EVIDENCE_OF_RULE_MAX = 200;

/** One rule's answer, kept in full unless it passed. `evidence` holds the earliest sufficient event ids. */
export const RuleResult = z
  .strictObject({
    rule: z.string().regex(/^R\d{1,2}$/),
    result: z.enum(['FAIL', 'UNKNOWN', 'NA', 'INFO']),
    code: Code.optional(),
    untilOn: CalendarDate.optional(),
    evidence: z.array(EventId).max(EVIDENCE_OF_RULE_MAX).optional(),
    missing: z.array(Code).max(10).optional(),
    data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: 'RuleResult', description: 'Antwoord van een regel' });
export type RuleResult = z.infer<typeof RuleResult>;

/** On what a determination rests: enough to make the same bytes again (rulings §2.1). */
export const Basis = z
  .strictObject({
    fileRevision: z.int().min(-1),
    terms: z.array(z.strictObject({ stream: z.string(), revision: z.int().min(-1) })).max(20),
    definition: z.string().optional(),
    ruleSet: z.string(),
    asOf: CalendarDate,
  })
  .meta({ id: 'Basis', description: 'Grondslag van de beoordeling' });
export type Basis = z.infer<typeof Basis>;

export const Shares = z
  .record(ProviderId, z.int().min(0).max(10_000))
  .meta({ id: 'Shares', description: 'Aandelen per aanbieder, in honderdsten van procenten' });
export type Shares = Readonly<Record<string, number>>;

/** Beoordeling: what the rules say of a claim on the facts then known. */
export const ClaimDetermined = defineEvent('ClaimDetermined', {
  provider: {
    claimId: ClaimId,
    number: z.int().min(1),
    outcome: Outcome,
    fail: z.array(Code),
    open: z.array(Code),
    untilOn: CalendarDate.optional(),
    nextChangeOn: CalendarDate.optional(),
    cents: Cents,
    tariffCents: Cents.optional(),
    episodeOn: CalendarDate.optional(),
    maturityOn: CalendarDate.optional(),
    definition: z.string().optional(),
    ruleSet: z.string(),
    decisionHash: Sha256,
  },
  municipality: { shares: Shares.optional(), passed: z.array(z.string()), rules: z.array(RuleResult), basis: Basis },
});

/** Afdoening: the officer's reasoned decision on open codes without a date; never closes a failing one. */
export const ReviewResolved = defineEvent('ReviewResolved', {
  municipality: {
    claimId: ClaimId,
    codes: z
      .array(
        z.strictObject({
          rule: z
            .string()
            .regex(/^R\d{1,2}$/)
            .optional(),
          code: Code,
          evidence: z.array(EventId).max(EVIDENCE_OF_RULE_MAX).optional(),
        }),
      )
      .min(1)
      .max(20),
    result: z.enum(['CLOSED', 'FAILED']),
    grounds: Code,
    determinationId: EventId.optional(),
    resolvedOn: CalendarDate,
  },
});
/** Toerekening: who earned which part of this outflow. */
export const AttributionDecided = defineEvent('AttributionDecided', {
  municipality: { jobId: JobId, shares: Shares, grounds: Code, decidedOn: CalendarDate },
});

export const NoticeKind = z
  .enum([
    'REJECTED',
    'REDUCED',
    'INCOMPLETE',
    'REVIEW',
    'CLAWBACK_PROPOSED',
    'CLAWBACK_DECIDED',
    'EXPIRED',
    'OBJECTION_DECIDED',
    'POSITIVE',
  ])
  .meta({ id: 'NoticeKind', description: 'Soort bekendmaking' });
/** Bekendmaking: from here the provider sees the determination and terms run. */
export const DecisionNotified = defineEvent('DecisionNotified', {
  provider: {
    claimId: ClaimId,
    kind: NoticeKind,
    subjectEventId: EventId,
    letterId: Code,
    notifiedOn: CalendarDate,
    termUntilOn: CalendarDate.optional(),
  },
});
