import type { z } from 'zod';
import type { Evidence } from './fact-fields.js';
import type { RetractionReason } from './fact-events.js';
import type { FactEvent } from './events.js';
import type { ClientRegistered } from './registration/events.js';
import type { ClaimSubmitted, Shares } from './claim/events.js';
import type { EventOf } from '../event.js';

type Proof = z.infer<typeof Evidence>;
type PayloadOf<D> = EventOf<D> extends { payload: infer P } ? P : never;

/** Someone decides on what they saw: `ifMatch` is the count of the claim's own events then (412 where it moved on). */
interface OnClaim {
  readonly claimId: string;
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
    } & OnClaim)
  | ({ readonly type: 'ReleaseNotice'; readonly subjectEventId: string; readonly letterId: string } & OnClaim);

export type ClientFileCommandType = ClientFileCommand['type'];
