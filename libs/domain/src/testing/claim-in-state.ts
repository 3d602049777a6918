import type { ClaimState } from '../client-file/claim/claim-state.js';
import { SYSTEM } from '../event.js';
import { approver2, benefits, finance, officer, provider } from './actors.js';
import {
  approve,
  C1,
  decideClawback,
  fileObjection,
  orderPayment,
  releaseClawbackNotice,
  releaseNotice,
  seen,
  settleClawback,
  settlePayment,
  submitClaim,
} from './commands.js';
import { applicationStarted, factOf, lastingOutflow, trajectAssigned, type Past } from './facts.js';
import { given, RIPE, type GivenFile } from './given-file.js';
import { termsWith } from './terms.js';

/** A claim that rests somewhere, the day on which it does, and how it came there: through the real commands as far as there are. */
export interface Resting {
  readonly given: GivenFile;
  readonly today: string;
}

/** SUBMITTED and PAYMENT_FAILED are passed through inside one append. */
export type RestingState = Exclude<ClaimState, 'SUBMITTED' | 'PAYMENT_FAILED'>;

const claimed = (past: readonly Past[] = lastingOutflow(), today = RIPE): Resting => ({
  given: given(...past).after(submitClaim(), provider(), today),
  today,
});

const without = (type: string, ...instead: readonly Past[]): readonly Past[] => [
  ...lastingOutflow().filter((past) => past.type !== type),
  ...instead,
];

const on = ({ given: file, today }: Resting, next: (file: GivenFile) => GivenFile): Resting => ({
  given: next(file),
  today,
});

const later = (
  { given: file }: Resting,
  today: string,
  next: (file: GivenFile, today: string) => GivenFile,
): Resting => ({ given: next(file, today), today });

export const CLAIM_IN_STATE: Readonly<Record<RestingState, () => Resting>> = {
  INCOMPLETE: () => ({
    given: given(...lastingOutflow())
      .under(termsWith({ parameters: { requiredEvidence: ['PAYSLIP'] } }))
      .after(submitClaim(), provider()),
    today: RIPE,
  }),
  MATURING: () => claimed(lastingOutflow(), '2009-01-15'),
  VERIFYING: () => claimed(lastingOutflow(), '2009-03-10'),
  IN_REVIEW: () => claimed(without('ServiceDelivered')),
  CONTESTED: () =>
    claimed([...lastingOutflow(), trajectAssigned({ trajectId: 't2', providerId: 'SAGENN', contractId: 'K2' })]),
  ELIGIBLE: () => claimed(),
  REJECTED: () => claimed(without('ApplicationStarted', applicationStarted({ validFrom: '2008-01-15' }))),
  APPROVED_1: () => on(CLAIM_IN_STATE.ELIGIBLE(), (file) => file.after(approve(file), officer())),
  APPROVED: () => on(CLAIM_IN_STATE.APPROVED_1(), (file) => file.after(approve(file), approver2())),
  PAYMENT_ORDERED: () => on(CLAIM_IN_STATE.APPROVED(), (file) => file.after(orderPayment(file), officer(9))),
  PAID: () => on(CLAIM_IN_STATE.PAYMENT_ORDERED(), (file) => file.after(settlePayment(file), finance())),
  IN_OBJECTION: () =>
    later(CLAIM_IN_STATE.REJECTED(), '2009-05-09', (file, today) => {
      const told = file.after(releaseNotice(file), officer(5), today);
      return told.after(fileObjection(told, seen(told).determinationId), provider(), today);
    }),
  CLAWBACK_PROPOSED: () =>
    later(CLAIM_IN_STATE.PAID(), HEARD, (file) => {
      const proposed = file.after(relapse, benefits());
      return proposed.after(releaseClawbackNotice(proposed), officer(5), '2009-05-09');
    }),
  CLAWBACK_DECIDED: () =>
    on(CLAIM_IN_STATE.CLAWBACK_PROPOSED(), (file) => file.after(decideClawback(file), approver2(7), HEARD)),
  RECOVERED: () => on(CLAIM_IN_STATE.CLAWBACK_DECIDED(), (file) => file.after(settleClawback(file), finance(), HEARD)),
  WITHDRAWN: () =>
    on(CLAIM_IN_STATE.ELIGIBLE(), (file) =>
      file.after({ type: 'WithdrawClaim', claimId: C1, reason: 'MISTAKE' }, provider()),
    ),
  EXPIRED: () => ({
    given: CLAIM_IN_STATE.INCOMPLETE().given.after({ type: 'ExpireClaim', claimId: C1 }, SYSTEM, '2009-06-16'),
    today: '2009-06-16',
  }),
  CLOSED: () =>
    later(CLAIM_IN_STATE.PAID(), FORGOTTEN, (file, today) =>
      file.after({ type: 'CloseClaim', claimId: C1 }, SYSTEM, today),
    ),
};

/** A day on which the provider of the specs' clawback had its say: told on 9 May, two weeks. */
const HEARD = '2009-05-25';
/** More than five years after the specs' claim was decided and paid. */
const FORGOTTEN = '2014-05-05';

/** The benefits office finds that the client was back on welfare inside the six months. */
export const relapse = {
  type: 'RecordFact',
  fact: factOf('BenefitGranted', { benefitId: 'b2', kind: 'BIJSTAND', validFrom: '2009-01-05' }),
} as const;

/** The bank paid what was ordered last. */
export function paid(file: GivenFile, claimId = C1): Past {
  const order = file.file.payments.findLast((one) => one.claimId === claimId);
  if (order === undefined) throw new Error(`Nothing was ordered for ${claimId}`);
  const { orderId, providerId, cents, milestone, outcomeType, episodeOn, jobId } = order;
  return {
    type: 'ClaimPaid',
    payload: {
      claimId,
      orderId,
      providerId,
      cents,
      milestone,
      outcomeType,
      paidOn: RIPE,
      ...(episodeOn !== undefined && { episodeOn }),
      ...(jobId !== undefined && { jobId }),
    },
    by: finance(),
  };
}

/** The bank could not pay. */
export function failed(file: GivenFile, claimId = C1): Past {
  const order = file.file.payments.findLast((one) => one.claimId === claimId);
  return {
    type: 'PaymentFailed',
    payload: { claimId, orderId: order?.orderId ?? '', failedOn: RIPE, bankReason: 'AC04' },
    by: finance(),
  };
}
