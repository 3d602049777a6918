export * from './values/bsn.js';
export * from './values/calendar-date.js';
export * from './values/cents.js';
export { canonical, canonicalOnce } from './values/canonical.js';
export * from './values/ids.js';
export * from './values/period.js';
export * from './event.js';
export * from './decider.js';
export * from './catalogue.js';
export * from './client-file/events.js';
export * from './client-file/fact-fields.js';
export * from './client-file/fact-events.js';
export * from './client-file/benefit/events.js';
export * from './client-file/work/events.js';
export * from './client-file/claim/events.js';
export * from './definitions/parameters.js';
export * from './terms/terms.js';
export * from './assessment/determination.js';
export * from './assessment/subject.js';
export * from './client-file/commands.js';
export * from './terms/evolve-terms.js';
export * from './contracts-and-tariffs/decider.js';
export * from './definitions/publish-definition.js';
export * from './definitions/activate-rule-set.js';
export { KNOWN_RULE_SETS, rulesOf, RuleSetUnknown } from './assessment/rules/index.js';
export * from './providers/decider.js';
export * from './providers/source-decider.js';
export * from './providers/account-in-force.js';
export * from './contracts-and-tariffs/vat.js';
export { agreedOn } from './contracts-and-tariffs/contract-on-day.js';
export { contractOf } from './client-file/claim/submit-claim.js';
export * from './payment-batch/batch.js';
export * from './payment-batch/prepare-batch.js';
export * from './payment-batch/decider.js';
export * from './payment-batch/change-line.js';
export * from './payment-batch/bank-lines.js';
export * from './payment-batch/export-batch.js';
export * from './budget/decider.js';
export * from './contracts-and-tariffs/events.js';
export * from './definitions/events.js';
export * from './providers/events.js';
export * from './payment-batch/events.js';
export * from './oversight/refusals.js';
export { RefusedErasure } from './erasure/events.js';
export * from './erasure/decider.js';
export { SampleFilter } from './oversight/sampling/sample-filter.js';
export { Population } from './oversight/sampling/population.js';
export { draw, populationHashOf, seedOf } from './oversight/sampling/draw.js';
export * from './oversight/sampling/sample-decider.js';
export * from './delegation/decider.js';
export * from './who-may/duties.js';
export * from './who-may/staffing.js';
export { ReportPublished, TreeHeadSigned } from './oversight/events.js';
export { emptyClientFile, evolveClientFile, type ClientFile } from './client-file/client-file.js';
export * from './client-file/asking.js';
export {
  APPROVAL_REFUSED,
  inRun,
  respondUntilOn,
  type ClaimRecord,
  type CurrentDetermination,
  type Ended,
} from './client-file/claim/claim.js';
export * from './client-file/claim/claim-state.js';
export { attributionsOf } from './client-file/claim/decide-attribution.js';
export { factsOf, type SeenEvent } from './client-file/facts/fact-book.js';
export { isHidden } from './client-file/facts/record-fact.js';
export { MAY_RECORD, MAY_RETRACT } from './client-file/facts/may-record.js';
export type { PaymentOrder } from './client-file/payment/payments.js';
export { vatToOrderCents } from './client-file/payment/vat-to-order.js';
export {
  clawbackStateOf,
  hearingUntil,
  isDecisionUntold,
  isOpenClawback,
  outstandingCents,
  type Clawback,
} from './client-file/clawback/clawbacks.js';
export { paidBy } from './client-file/clawback/uninvolved.js';
export type { Mismatch } from './client-file/payment/mismatches.js';
export { filingBy, toldState, type Objection, type Party } from './client-file/objection/objections.js';
export { actedOn } from './client-file/objection/acted-on.js';
export { settable } from './client-file/objection/decide-objection.js';
export { decisionTerm } from './client-file/objection/decision-term.js';
export { whoseTurn } from './client-file/approval/whose-turn.js';
export { horizonOf } from './client-file/clawback/horizon.js';
export { closableOn } from './client-file/claim/close-claim.js';
export { madeKnown } from './client-file/claim/made-known.js';
export { noticesDue, type NoticeSubject } from './client-file/claim/notice-subjects.js';
export { claimFacts, knownFile } from './client-file/determination/known-file.js';
export {
  redetermineOne,
  replayDetermination,
  type DeterminedPayload,
} from './client-file/determination/redetermine.js';
export { decideClientFile, FILE_COMMANDS } from './client-file/decider.js';
export * from './sentences/codes.js';
export * from './sentences/format.js';
export * from './sentences/labels.js';
export * from './sentences/sentences.js';
export * from './sentences/readers.js';
export { changeWords } from './sentences/changes.js';
export * from './sentences/provider-view.js';
export { letterOf } from './letters/letter-of.js';
export type { Letter, LetterSection } from './letters/letter.js';
export { contractNamed, letterSubject, type LetterSubject } from './letters/subject.js';
export { letterText } from './letters/letter-text.js';
export { jobNames, type JobNames } from './assessment/timeline/links.js';
export * from './client-file/registration/events.js';
export * from './definitions/parse-presets.js';
export * from './definitions/presets.js';
export * from './definitions/select.js';
export * from './assessment/assess.js';
export * from './assessment/explain.js';
export { groundsOf, type Grounds } from './assessment/grounds.js';
export { usedFact, type UsedFact } from './assessment/used-fact.js';
export { differenceOf } from './client-file/determination/difference.js';
export { saysOtherwise, whatIf, type Alternative, type WhatIf } from './assessment/questions/what-if.js';
export { counterfactual, type Counterfactual, type NeededChange } from './assessment/questions/counterfactual.js';
export { whatWouldAnswer, type ToldReason } from './assessment/questions/what-would-answer.js';
export { subjectOfClaim } from './client-file/determination/determine.js';
export { unclaimed, type Unclaimed } from './assessment/questions/unclaimed.js';
