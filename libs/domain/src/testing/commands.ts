import type { Clawback } from '../client-file/clawback/clawbacks.js';
import type { ClientFileCommand } from '../client-file/commands.js';
import type { GivenFile } from './given-file.js';

type Submission = Extract<ClientFileCommand, { type: 'SubmitClaim' }>['claim'];

export const PERSON = 'abcdefghijklm';
/** The specs' claims: C1 is Paswerk's, C2 another's. */
export const C1 = `${PERSON}.a`;
export const C2 = `${PERSON}.b`;
export const C3 = `${PERSON}.c`;

/** Paswerk claims the bonus for job j1. */
export const submitClaim = (told: Partial<Submission> = {}): ClientFileCommand => ({
  type: 'SubmitClaim',
  claim: {
    claimId: C1,
    providerId: 'PASWERK',
    trajectId: 't1',
    jobId: 'j1',
    milestone: 'SUSTAINED',
    outcomeType: 'WORK',
    ...told,
  },
});

/** The decision somebody sees now. */
export function seen(
  given: GivenFile,
  claimId = C1,
): { readonly determinationId: string; readonly decisionHash: string } {
  const { determination } = given.claim(claimId);
  if (determination === undefined) throw new Error(`${claimId} was never determined`);
  return { determinationId: determination.id, decisionHash: determination.payload.decisionHash };
}

export const approve = (given: GivenFile, claimId = C1): ClientFileCommand => ({
  type: 'Approve',
  claimId,
  ...seen(given, claimId),
});

export const refuseApproval = (given: GivenFile, claimId = C1): ClientFileCommand => ({
  type: 'RefuseApproval',
  claimId,
  grounds: 'DOUBTS',
  ...seen(given, claimId),
});

/** All that is to be paid, released by officer 9 and prepared by officer 8, unless told otherwise. */
export const orderPayment = (
  given: GivenFile,
  told: {
    readonly claimId?: string;
    readonly payer?: string;
    readonly preparer?: string;
    readonly cents?: number;
  } = {},
): ClientFileCommand => ({
  type: 'OrderPayment',
  claimId: C1,
  batchId: 'batch-1',
  payer: 'officer-9',
  preparer: 'officer-8',
  cents: given.standing(told.claimId ?? C1).toPayCents,
  ...seen(given, told.claimId),
  ...told,
});

export const releaseNotice = (given: GivenFile, claimId = C1): ClientFileCommand => ({
  type: 'ReleaseNotice',
  claimId,
  subjectEventId: seen(given, claimId).determinationId,
  letterId: 'LETTER_1',
});

/** The letter about the latest clawback: its proposal, or once it was decided the decision. */
export function releaseClawbackNotice(given: GivenFile, claimId = C1): ClientFileCommand {
  const { decision, proposalId } = clawbackOf(given, claimId);
  const letterId = decision === undefined ? 'LETTER_2' : 'LETTER_3';
  return { type: 'ReleaseNotice', claimId, subjectEventId: decision?.eventId ?? proposalId, letterId };
}

/** The latest clawback of a claim. */
export function clawbackOf({ file }: GivenFile, claimId = C1): Clawback {
  const clawback = file.clawbacks.findLast((one) => one.claimId === claimId);
  if (clawback === undefined) throw new Error(`Nothing is asked back of ${claimId}`);
  return clawback;
}

export const decideClawback = (given: GivenFile, claimId = C1): ClientFileCommand => ({
  type: 'DecideClawback',
  clawbackId: clawbackOf(given, claimId).clawbackId,
  grounds: 'RELAPSE_PROVEN',
});

export const settleClawback = (
  given: GivenFile,
  told: { readonly claimId?: string; readonly cents?: number; readonly settledOn?: string } = {},
): ClientFileCommand => {
  const clawback = clawbackOf(given, told.claimId);
  return {
    type: 'SettleClawback',
    clawbackId: clawback.clawbackId,
    method: 'INVOICE',
    cents: told.cents ?? clawback.decidedCents,
    settledOn: told.settledOn ?? '2009-05-04',
  };
};

export const fileObjection = (given: GivenFile, subjectEventId: string, objectionId = `${C1}o`): ClientFileCommand => ({
  type: 'FileObjection',
  claimId: given.claim(C1).claimId,
  objectionId,
  subjectEventId,
});

export const decideObjection = (
  outcome: 'UPHELD' | 'PARTLY' | 'DISMISSED' | 'INADMISSIBLE',
  ...setAside: readonly string[]
): ClientFileCommand => ({
  type: 'DecideObjection',
  objectionId: `${C1}o`,
  outcome,
  setAside,
  grounds: 'SEEN_AGAIN',
});

/** The bank booked what was ordered last. */
export function settlePayment(
  { file }: Pick<GivenFile, 'file'>,
  claimId = C1,
  paidOn = '2009-05-04',
): ClientFileCommand {
  const order = file.payments.findLast((one) => one.claimId === claimId);
  if (order === undefined) throw new Error(`Nothing was ordered for ${claimId}`);
  return { type: 'SettlePayment', claimId, orderId: order.orderId, cents: order.cents, paidOn };
}
