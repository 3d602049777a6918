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

/** Released by officer 9, prepared by officer 8, unless told otherwise. */
export const orderPayment = (
  given: GivenFile,
  told: { readonly claimId?: string; readonly payer?: string; readonly preparer?: string } = {},
): ClientFileCommand => ({
  type: 'OrderPayment',
  claimId: C1,
  batchId: 'batch-1',
  payer: 'officer-9',
  preparer: 'officer-8',
  ...seen(given, told.claimId),
  ...told,
});

export const releaseNotice = (given: GivenFile, claimId = C1): ClientFileCommand => ({
  type: 'ReleaseNotice',
  claimId,
  subjectEventId: seen(given, claimId).determinationId,
  letterId: 'LETTER_1',
});
