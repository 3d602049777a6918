import { z } from 'zod';
import { BatchId, CalendarDate, Cents, ClaimId, Code, EventId, NoticeKind, ProviderId, Sha256 } from '@uitkomst/domain';
import { Instant, pageAtOf, PageQuery, Receipt, Text, TwoDates } from './values.contract.js';

export const ResolveReview = z
  .strictObject({
    codes: z.array(Code).min(1).max(20),
    result: z.enum(['CLOSED', 'FAILED']),
    grounds: Code,
  })
  .meta({ id: 'ResolveReview', description: 'Afdoening van openstaande redenen' });
export type ResolveReview = z.infer<typeof ResolveReview>;

const seen = { determinationId: EventId, decisionHash: Sha256 };
/** Names the determination that was seen: a decision on an outdated one is refused. */
export const Assess = z
  .discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('APPROVE'), ...seen }).meta({ id: 'Approve' }),
    z.strictObject({ decision: z.literal('REFUSE'), ...seen, grounds: Code }).meta({ id: 'RefuseApproval' }),
  ])
  .meta({ id: 'Assess', description: 'Fiattering of weigering daarvan' });
export type Assess = z.infer<typeof Assess>;

export const Assessment = z
  .object({
    eventId: EventId,
    decision: z.enum(['APPROVE', 'REFUSE']),
    step: z.int().optional(),
    determinationId: EventId,
    decisionHash: Sha256,
    grounds: z.string().optional(),
    actor: z.string(),
    recordedAt: Instant,
    holds: z.boolean().describe('Geldt nog: geen latere beoordeling zei iets anders'),
  })
  .meta({ id: 'Assessment', description: 'Fiattering of weigering daarvan, zoals vastgelegd' });
export type Assessment = z.infer<typeof Assessment>;
export const AssessmentParams = z.object({ claimId: ClaimId, eventId: EventId });
export const Assessments = z
  .object({ results: z.array(Assessment) })
  .meta({ id: 'Assessments', description: 'Fiatteringen en weigeringen, in volgorde' });
export type Assessments = z.infer<typeof Assessments>;

export const ReleaseNotice = z
  .strictObject({ subjectEventId: EventId, letterId: Code })
  .meta({ id: 'ReleaseNotice', description: 'Vrijgave van een bekendmaking' });
export type ReleaseNotice = z.infer<typeof ReleaseNotice>;

export const RequestEvidence = z
  .strictObject({ letterId: Code })
  .meta({ id: 'RequestEvidence', description: 'Verzoek om bewijs voor wat nog te beoordelen is' });
export type RequestEvidence = z.infer<typeof RequestEvidence>;

export const ReleaseNotices = z
  .strictObject({
    notices: z
      .array(z.strictObject({ claimId: ClaimId, subjectEventId: EventId, letterId: Code }))
      .min(1)
      .max(500),
  })
  .meta({ id: 'ReleaseNotices', description: 'Vrijgave van bekendmakingen in bulk' });
export type ReleaseNotices = z.infer<typeof ReleaseNotices>;

export const NoticesReleased = z
  .object({
    results: z.array(
      z.object({
        claimId: ClaimId,
        status: z.enum(['RELEASED', 'ALREADY_RELEASED', 'REFUSED']),
        code: z.string().optional().describe('Redencode van de weigering'),
        text: Text.optional(),
      }),
    ),
  })
  .meta({ id: 'NoticesReleased', description: 'Wat er met elke bekendmaking is gebeurd' });
export type NoticesReleased = z.infer<typeof NoticesReleased>;

export const Notices = z
  .object({
    results: z.array(
      z.object({
        eventId: EventId,
        kind: NoticeKind,
        subjectEventId: EventId,
        letterId: z.string(),
        notifiedOn: CalendarDate,
        termUntilOn: CalendarDate.optional(),
      }),
    ),
  })
  .meta({ id: 'Notices', description: 'Bekendmakingen van een declaratie' });
export type Notices = z.infer<typeof Notices>;

/** Where a claim stands after a decision on it. */
export const Decided = z
  .object({
    claimId: ClaimId,
    state: z.string(),
    stateText: Text,
    determinationId: EventId.optional(),
    decisionHash: Sha256.optional(),
    receipt: Receipt.optional(),
  })
  .meta({ id: 'Decided', description: 'Stand na een besluit' });
export type Decided = z.infer<typeof Decided>;

export const AttributionDecided = z
  .object({ dossierRef: z.string(), jobId: z.string(), claims: z.array(Decided), receipt: Receipt.optional() })
  .meta({ id: 'AttributionDecision', description: 'Toerekening en wat er voor de declaraties uit volgt' });

/** A claim is paid once in a batch; each time it is named again is a fault at its own place. */
const eachOnce = (claimIds: readonly string[], context: z.RefinementCtx): void => {
  for (const [index, claimId] of claimIds.entries())
    if (claimIds.indexOf(claimId) < index)
      context.addIssue({ code: 'custom', path: [index], message: 'Is named before in this list' });
};

export const PrepareBatch = z
  .strictObject({ claimIds: z.array(ClaimId).min(1).max(500).superRefine(eachOnce).meta({ uniqueItems: true }) })
  .meta({ id: 'PrepareBatch', description: 'Betaalbatch van gefiatteerde declaraties' });
export type PrepareBatch = z.infer<typeof PrepareBatch>;
export const BatchParams = z.object({ batchId: BatchId });
export type BatchParams = z.infer<typeof BatchParams>;
export const CancelBatch = z.strictObject({ reason: Code }).meta({ id: 'CancelBatch' });
export type CancelBatch = z.infer<typeof CancelBatch>;
export const ReleaseBatch = z.strictObject({}).meta({ id: 'ReleaseBatch', description: 'Vrijgave' });

export const Batch = z
  .object({
    batchId: BatchId,
    status: z.enum(['PREPARED', 'RELEASED', 'EXPORTED', 'CANCELLED']),
    controlSumCents: Cents.describe('Van de regels die naar de bank gaan: zonder aangehouden en afgevallen'),
    preparedOn: CalendarDate.optional(),
    preparer: z.string().optional(),
    releasedOn: CalendarDate.optional(),
    payer: z.string().optional(),
    exportedOn: CalendarDate.optional(),
    fileHash: Sha256.optional().describe('SHA-256 van het betaalbestand'),
    lines: z.array(
      z.object({
        claimId: ClaimId,
        cents: Cents,
        determinationId: EventId,
        decisionHash: Sha256,
        endToEndId: z.string(),
        state: z.enum(['OPEN', 'ORDERED', 'HELD', 'DROPPED', 'SETTLED', 'REJECTED', 'RETURNED']),
        code: z.string().optional(),
        codeText: Text.optional().describe('Waarom de regel afviel; wat een bank meldt houdt haar eigen code'),
        providerId: ProviderId.optional(),
        vatCents: Cents.optional().describe('Btw bovenop het bedrag'),
        offsets: z.array(z.object({ clawbackId: z.string(), cents: Cents })),
        netCents: Cents.describe('Wat de bank moet betalen'),
      }),
    ),
    receipt: Receipt.optional(),
  })
  .meta({ id: 'Batch', description: 'Betaalbatch' });
export type Batch = z.infer<typeof Batch>;
const Alarm = z.enum(['NO_BANK_ANSWER']).describe('De bank meldt al dagen niets over een uitgevoerde regel');
export const BatchPage = pageAtOf(
  'BatchPage',
  z
    .object({
      batchId: BatchId,
      preparedOn: CalendarDate,
      status: z.string(),
      lines: z.int(),
      controlSumCents: Cents,
      alarm: Alarm.nullable(),
    })
    .meta({ id: 'BatchRow' }),
);
export const ListBatches = z.strictObject({ ...PageQuery, ...TwoDates });
