import type { EventOf, RecordedOf } from '../event.js';
import * as approval from './approval/events.js';
import * as benefit from './benefit/events.js';
import * as claim from './claim/events.js';
import * as clawback from './clawback/events.js';
import * as fact from './fact-events.js';
import * as objection from './objection/events.js';
import * as payment from './payment/events.js';
import * as privacy from './privacy/events.js';
import * as registration from './registration/events.js';
import * as traject from './traject/events.js';
import * as work from './work/events.js';

/** What the world did: recorded by people and registries, and retractable (`feiten`, interfaces §1.5). */
export const FACT_EVENTS = {
  SegmentAssessed: registration.SegmentAssessed,
  LadderStepAssessed: registration.LadderStepAssessed,
  SurveyInvited: registration.SurveyInvited,
  ClientSurveyAnswered: registration.ClientSurveyAnswered,
  BenefitGranted: benefit.BenefitGranted,
  BenefitReduced: benefit.BenefitReduced,
  BenefitSuspended: benefit.BenefitSuspended,
  BenefitStopped: benefit.BenefitStopped,
  TrajectAssigned: traject.TrajectAssigned,
  IntakeHeld: traject.IntakeHeld,
  ServiceDelivered: traject.ServiceDelivered,
  TrajectExtended: traject.TrajectExtended,
  TrajectSuspended: traject.TrajectSuspended,
  TrajectResumed: traject.TrajectResumed,
  TrajectEnded: traject.TrajectEnded,
  TrajectChangeProposed: traject.TrajectChangeProposed,
  VacancyReferred: traject.VacancyReferred,
  ApplicationStarted: work.ApplicationStarted,
  PlacementPromised: work.PlacementPromised,
  PlacementStarted: work.PlacementStarted,
  PlacementConfirmed: work.PlacementConfirmed,
  PlacementChanged: work.PlacementChanged,
  PlacementEnded: work.PlacementEnded,
  JobSubsidyStarted: work.JobSubsidyStarted,
  JobSubsidyEnded: work.JobSubsidyEnded,
  DetacheringApproved: work.DetacheringApproved,
  SelfPlacementConfirmed: work.SelfPlacementConfirmed,
  ClientStatement: work.ClientStatement,
  ExternalClaimReported: work.ExternalClaimReported,
  JobLinked: work.JobLinked,
  CostIncurred: work.CostIncurred,
  ComplaintFiled: work.ComplaintFiled,
} as const;

/** What was decided or done about the file itself: money and decisions have reversals of their own and are never retracted. */
export const FILE_EVENTS = {
  ClientRegistered: registration.ClientRegistered,
  ClientMerged: registration.ClientMerged,
  ClientAbsorbed: registration.ClientAbsorbed,
  ClientMergeReverted: registration.ClientMergeReverted,
  FactRetracted: fact.FactRetracted,
  FactCorrected: fact.FactCorrected,
  ClaimSubmitted: claim.ClaimSubmitted,
  ClaimCompleted: claim.ClaimCompleted,
  ClaimWithdrawn: claim.ClaimWithdrawn,
  ClaimExpired: claim.ClaimExpired,
  ClaimClosed: claim.ClaimClosed,
  ClaimDetermined: claim.ClaimDetermined,
  ReviewResolved: claim.ReviewResolved,
  AttributionDecided: claim.AttributionDecided,
  DecisionNotified: claim.DecisionNotified,
  ApprovalGiven: approval.ApprovalGiven,
  ApprovalRefused: approval.ApprovalRefused,
  PaymentOrdered: payment.PaymentOrdered,
  ClaimPaid: payment.ClaimPaid,
  PaymentFailed: payment.PaymentFailed,
  PaymentReturned: payment.PaymentReturned,
  PaymentOrderCancelled: payment.PaymentOrderCancelled,
  PaymentMismatchReported: payment.PaymentMismatchReported,
  PaymentMismatchResolved: payment.PaymentMismatchResolved,
  ClawbackProposed: clawback.ClawbackProposed,
  ClawbackHeard: clawback.ClawbackHeard,
  ClawbackDecided: clawback.ClawbackDecided,
  ClawbackWithdrawn: clawback.ClawbackWithdrawn,
  ClawbackSettled: clawback.ClawbackSettled,
  ObjectionFiled: objection.ObjectionFiled,
  ObjectionWithdrawn: objection.ObjectionWithdrawn,
  ObjectionDecided: objection.ObjectionDecided,
  SubjectErased: privacy.SubjectErased,
  ErasureRefused: privacy.ErasureRefused,
} as const;

type Catalogue = Record<string, { readonly type: string }>;
type UnionOf<C extends Catalogue> = { [T in keyof C]: EventOf<C[T]> }[keyof C];

export type FactType = keyof typeof FACT_EVENTS;
export type FactEvent = UnionOf<typeof FACT_EVENTS>;
export type FileEvent = UnionOf<typeof FILE_EVENTS>;
/** Everything that may stand on a client's stream. */
export type ClientFileEvent = FactEvent | FileEvent;
export type RecordedFact = RecordedOf<FactEvent>;
export type RecordedFileEvent = RecordedOf<ClientFileEvent>;
/** One kind of event of a client's file, as recorded. */
export type RecordedAs<T extends ClientFileEvent['type']> = Extract<RecordedFileEvent, { type: T }>;

export const isFactType = (type: string): type is FactType => Object.hasOwn(FACT_EVENTS, type);
export const isFact = (event: RecordedFileEvent): event is RecordedFact => isFactType(event.type);
