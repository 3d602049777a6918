import { accept, refuse } from '../../decider.js';
import { accountInForce } from '../../providers/account-in-force.js';
import { textOf } from '../../values/calendar-date.js';
import { approversOf, shapersOf } from '../approval/separation-of-duties.js';
import { isStale } from '../approval/stale.js';
import type { ClaimCommand, FileAsking, FileDecision } from '../asking.js';
import type { ClaimRecord } from '../claim/claim.js';
import { isLive, standingOf } from '../claim/claim-state.js';
import { contractOf } from '../claim/submit-claim.js';
import type { ClientFile } from '../client-file.js';
import { ofClaim } from '../clawback/clawbacks.js';
import type { RecordedAs } from '../events.js';
import { agreedFor } from './agreed-for.js';
import { exceedsOutflow } from './money-guard.js';
import { vatToOrderCents } from './vat-to-order.js';

/**
 * One line of a released batch. Whoever released it pays, also where the system completes it; everything is checked again here, on
 * the file, because here is where a bonus would be paid twice.
 */
export function orderPayment(
  file: ClientFile,
  command: ClaimCommand<'OrderPayment'>,
  asking: FileAsking,
): FileDecision {
  const { claim, payer, preparer } = command;
  if (asking.actor.role !== 'SYSTEM' && asking.actor.id !== payer) return refuse('ROLE_MAY_NOT_RECORD');
  const { state, orderedCents, toPayCents } = standingOf(file, claim, asking);
  if (orderedCents > 0 || state === 'PAID') return refuse('PAYMENT_ALREADY_ORDERED');
  if (!isLive(file, claim)) return refuse('STATE_FORBIDS', { state });
  if (isStale(claim, command)) return refuse('DECISION_STALE');
  if (state === 'APPROVED_1') return refuse('SECOND_APPROVAL_REQUIRED');
  // The line was approved when it was prepared: any other state is a decision that moved on.
  if (state !== 'APPROVED') return refuse('DECISION_STALE');
  // What the bank told of an earlier order changes the sum but not the decision.
  const finance = financeOf(file, claim, asking);
  const isAsPrepared = command.cents === toPayCents && (command.vatCents ?? 0) === (finance.vatCents ?? 0);
  if (!isAsPrepared) return refuse('DECISION_STALE');
  const barred = [shapersOf(file, claim, asking), approversOf(claim), new Set([preparer])];
  if (barred.some((people) => people.has(payer))) return refuse('SEPARATION_OF_DUTIES');
  if (ofClaim(file.mismatches, claim.claimId).length > 0) return refuse('LINE_MISMATCH');
  if (finance.accountId === undefined) return refuse('ACCOUNT_NOT_CONFIRMED');
  if (toPayCents <= 0 || exceedsOutflow(file, claim, toPayCents)) return refuse('AMOUNT_ABOVE_OUTSTANDING');
  if (command.hasNoRoom) return refuse('BUDGET_CEILING_REACHED');
  return accept({
    type: 'PaymentOrdered',
    payload: orderOf(file, command, { cents: toPayCents, claim, asking, finance }),
  });
}

interface Order {
  readonly cents: number;
  readonly claim: ClaimRecord;
  readonly asking: FileAsking;
  readonly finance: Finance;
}

type Finance = Pick<RecordedAs<'PaymentOrdered'>['payload'], 'accountId' | 'contractId' | 'ledgerAccount' | 'vatCents'>;

/** Where the money goes and how finance books it, as agreed for today. */
function financeOf(file: ClientFile, claim: ClaimRecord, asking: FileAsking): Finance {
  const { payload } = claim.submission;
  const accountId = accountInForce(asking.terms, payload.providerId, asking);
  const contractId = contractOf(file, payload);
  const agreed = agreedFor(file, claim, asking);
  const vatCents = vatToOrderCents(file, claim, asking);
  return {
    ...(accountId !== undefined && { accountId }),
    ...(contractId !== undefined && { contractId }),
    ...(agreed?.ledgerAccount !== undefined && { ledgerAccount: agreed.ledgerAccount }),
    ...(vatCents > 0 && { vatCents }),
  };
}

function orderOf(
  { payments }: ClientFile,
  { determinationId, decisionHash, batchId, payer, preparer }: ClaimCommand<'OrderPayment'>,
  { cents, claim, asking, finance }: Order,
): RecordedAs<'PaymentOrdered'>['payload'] {
  const { claimId, providerId, milestone, outcomeType, jobId } = claim.submission.payload;
  const { episodeOn, tariffCents } = claim.determination?.payload ?? {};
  const attempt = ofClaim(payments, claimId).length + 1;
  return {
    claimId,
    providerId,
    milestone,
    outcomeType,
    orderId: `${determinationId}.${attempt}`,
    cents,
    orderedOn: textOf(asking.today),
    determinationId,
    decisionHash,
    batchId,
    payer,
    preparer,
    ...(episodeOn === undefined ? {} : { episodeOn }),
    ...(tariffCents === undefined ? {} : { tariffCents }),
    ...(jobId === undefined ? {} : { jobId }),
    ...finance,
  };
}
