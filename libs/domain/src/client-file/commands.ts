import type { z } from 'zod';
import type { Evidence } from './fact-fields.js';
import type { RetractionReason } from './fact-events.js';
import type { FactEvent } from './events.js';
import type { ClientRegistered } from './registration/events.js';
import type { ClawbackHeard, ClawbackSettled } from './clawback/events.js';
import type { ClaimSubmitted, Shares } from './claim/events.js';
import type { ObjectionDecided } from './objection/events.js';
import type { PaymentMismatchReported, PaymentMismatchResolved, PaymentReturned } from './payment/events.js';
import type { PayloadOf } from '../event.js';

type Proof = z.infer<typeof Evidence>;

/** Someone decides on what they saw: `ifMatch` is the count of the claim's own events then (412 where it moved on). */
interface OnClaim {
  readonly claimId: string;
  readonly ifMatch?: number;
}

/** About money asked back, whose id names its file; `ifMatch` is the count of the clawback's own events. */
interface OnClawback {
  readonly clawbackId: string;
  readonly ifMatch?: number;
}

/** About an objection; `ifMatch` is the count of the objection's own events. */
interface OnObjection {
  readonly objectionId: string;
  readonly ifMatch?: number;
}

/** Everything that may be asked of one client's file. Ids are given by the caller, so that a retry is the same command. */
export type ClientFileCommand =
  | { readonly type: 'RegisterClient'; readonly registration: PayloadOf<typeof ClientRegistered> }
  | { readonly type: 'RecordFact'; readonly fact: FactEvent }
  | { readonly type: 'RetractFact'; readonly targetEventId: string; readonly reason: z.infer<typeof RetractionReason> }
  | {
      readonly type: 'CorrectFact';
      readonly targetEventId: string;
      readonly reason: z.infer<typeof RetractionReason>;
      readonly fact: FactEvent;
    }
  | { readonly type: 'SubmitClaim'; readonly claim: Omit<PayloadOf<typeof ClaimSubmitted>, 'submittedOn'> }
  | ({ readonly type: 'CompleteClaim'; readonly evidence: readonly Proof[] } & OnClaim)
  | ({ readonly type: 'WithdrawClaim'; readonly reason: 'MISTAKE' | 'NOT_EARNED' | 'OTHER' } & OnClaim)
  | ({ readonly type: 'ExpireClaim' } & OnClaim)
  /** Erasure proposed by one is decided by another; the list of proposals is a stream of its own. */
  | { readonly type: 'EraseSubject'; readonly ground: string; readonly proposer: string }
  | {
      readonly type: 'RefuseErasure';
      readonly ground: string;
      readonly retentionUntilOn?: string | undefined;
      readonly proposer: string;
    }
  /** The clock or the sweep asks every live claim of the file to be decided again at today. */
  | { readonly type: 'Redetermine' }
  | ({
      readonly type: 'ResolveReview';
      readonly codes: readonly string[];
      readonly result: 'CLOSED' | 'FAILED';
      readonly grounds: string;
    } & OnClaim)
  | {
      readonly type: 'DecideAttribution';
      readonly jobId: string;
      readonly shares: Shares;
      readonly grounds: string;
      readonly ifMatch?: number;
    }
  | ({ readonly type: 'Approve'; readonly determinationId: string; readonly decisionHash: string } & OnClaim)
  | ({
      readonly type: 'RefuseApproval';
      readonly determinationId: string;
      readonly decisionHash: string;
      readonly grounds: string;
    } & OnClaim)
  /** One line of a released batch: the payer is the person who released, whoever completes it. */
  | ({
      readonly type: 'OrderPayment';
      readonly batchId: string;
      readonly determinationId: string;
      readonly decisionHash: string;
      readonly payer: string;
      readonly preparer: string;
      /** What the line pays, and the tax on top of it, as prepared; another sum by now is another payment. */
      readonly cents: number;
      readonly vatCents?: number;
      /** Nothing of it could be set apart under the contract's ceiling: it is asked only why else it could not be paid. */
      readonly hasNoRoom?: boolean;
    } & OnClaim)
  /** Export asks of every order whether it still holds; nothing is recorded where it does. */
  | ({ readonly type: 'RecheckOrder'; readonly orderId: string } & OnClaim)
  | ({ readonly type: 'CancelOrder'; readonly orderId: string; readonly code: string } & OnClaim)
  /** The bank paid: what is booked on the claim, before tax. */
  | ({
      readonly type: 'SettlePayment';
      readonly orderId: string;
      readonly cents: number;
      readonly paidOn: string;
    } & OnClaim)
  | ({
      readonly type: 'FailPayment';
      readonly orderId: string;
      readonly failedOn: string;
      readonly bankReason?: string;
    } & OnClaim)
  | ({ readonly type: 'ReportMismatch' } & Omit<PayloadOf<typeof PaymentMismatchReported>, 'reportedOn'> & OnClaim)
  | ({
      readonly type: 'ResolveMismatch';
      readonly mismatchEventId: string;
      readonly result: PayloadOf<typeof PaymentMismatchResolved>['result'];
    } & OnClaim)
  /** What came back from the bank after it had been booked. */
  | ({ readonly type: 'ReturnPayment' } & Omit<PayloadOf<typeof PaymentReturned>, 'claimId'> & OnClaim)
  | ({ readonly type: 'ReleaseNotice'; readonly subjectEventId: string; readonly letterId: string } & OnClaim)
  | ({ readonly type: 'RequestEvidence'; readonly letterId: string } & OnClaim)
  | ({ readonly type: 'CloseClaim' } & OnClaim)
  | ({ readonly type: 'ProposeClawback' } & OnClaim)
  | ({
      readonly type: 'HearClawback';
      readonly position: PayloadOf<typeof ClawbackHeard>['position'];
    } & OnClawback)
  | ({ readonly type: 'DecideClawback'; readonly grounds: string } & OnClawback)
  | ({ readonly type: 'WithdrawClawback'; readonly grounds: string } & OnClawback)
  | ({
      readonly type: 'SettleClawback';
      readonly method: 'INVOICE' | 'OFFSET';
    } & Pick<PayloadOf<typeof ClawbackSettled>, 'cents' | 'settledOn' | 'batchId'> &
      OnClawback)
  /** All that is still outstanding. */
  | ({ readonly type: 'WriteOffClawback' } & OnClawback)
  | ({
      readonly type: 'FileObjection';
      readonly objectionId: string;
      readonly subjectEventId: string;
      readonly groundsCommitment?: string;
    } & OnClaim)
  | ({ readonly type: 'WithdrawObjection' } & OnObjection)
  | ({
      readonly type: 'DecideObjection';
      readonly outcome: PayloadOf<typeof ObjectionDecided>['outcome'];
      readonly setAside: readonly string[];
      readonly grounds: string;
    } & OnObjection);

export type ClientFileCommandType = ClientFileCommand['type'];
