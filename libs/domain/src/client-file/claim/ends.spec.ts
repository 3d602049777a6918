import {
  approver2,
  benefits,
  C1,
  CLAIM_IN_STATE,
  clawbackOf,
  decideObjection,
  finance,
  officer,
  provider,
  settleClawback,
  type GivenFile,
} from '../../testing/index.js';
import { SYSTEM } from '../../event.js';
import type { ClientFileCommand } from '../commands.js';

const close: ClientFileCommand = { type: 'CloseClaim', claimId: C1 };
const request: ClientFileCommand = { type: 'RequestEvidence', claimId: C1, letterId: 'L1' };

const returned = (file: GivenFile, cents = 300_000): ClientFileCommand => ({
  type: 'ReturnPayment',
  claimId: C1,
  orderId: file.file.payments.at(-1)?.orderId ?? '',
  cents,
  returnedOn: '2009-05-04',
  bankReason: 'AC06',
});

describe('CloseClaim', () => {
  it('five years after the last that happened, its last day included, and never again decided', () => {
    const paid = CLAIM_IN_STATE.PAID().given;
    expect(paid.when(close, SYSTEM, '2014-05-04').refusal).toEqual({
      code: 'TERM_NOT_PASSED',
      data: { date: '2014-05-04' },
    });
    const closed = paid.after(close, SYSTEM, '2014-05-05');
    expect(closed.standing(C1, '2014-05-05')).toMatchObject({ state: 'CLOSED', netCents: 300_000 });
    expect(closed.when({ type: 'Redetermine' }, SYSTEM, '2015-01-01').events).toEqual([]);
    expect(closed.when(close, SYSTEM, '2015-01-01').refusal?.code).toBe('STATE_FORBIDS');
  });

  it('counted from the day money was given up or an objection was decided, where that came last', () => {
    const owed = CLAIM_IN_STATE.CLAWBACK_DECIDED().given;
    const writeOff: ClientFileCommand = { type: 'WriteOffClawback', clawbackId: clawbackOf(owed).clawbackId };
    const objected = CLAIM_IN_STATE.IN_OBJECTION().given;
    const ended = [
      owed.after(writeOff, approver2(8), '2010-03-01'),
      objected.after(decideObjection('DISMISSED'), approver2(8), '2010-03-01'),
    ];
    const closed = (day: string) => ended.map((file) => file.when(close, SYSTEM, day).refusal?.data);
    expect(closed('2015-03-01')).toEqual([{ date: '2015-03-01' }, { date: '2015-03-01' }]);
    expect(closed('2015-03-02')).toEqual([undefined, undefined]);
  });

  it('a withdrawn claim too; one of which something is open not', () => {
    const { given: withdrawn } = CLAIM_IN_STATE.WITHDRAWN();
    expect(withdrawn.after(close, SYSTEM, '2014-05-05').claim(C1).ended).toMatchObject({
      how: 'CLOSED',
      after: { how: 'WITHDRAWN' },
    });
    expect(CLAIM_IN_STATE.IN_OBJECTION().given.when(close, SYSTEM, '2030-01-01').refusal?.code).toBe('STATE_FORBIDS');
    expect(CLAIM_IN_STATE.CLAWBACK_DECIDED().given.when(close, SYSTEM, '2030-01-01').refusal?.code).toBe(
      'STATE_FORBIDS',
    );
  });
});

describe('What a claim cannot end with', () => {
  it('a booking of the bank that nobody has explained: it is not closed', () => {
    const paid = CLAIM_IN_STATE.PAID().given;
    const report: ClientFileCommand = {
      type: 'ReportMismatch',
      claimId: C1,
      orderId: paid.file.payments[0]?.orderId ?? '',
      endToEndId: 'abcdefghijklma01',
      reason: 'NOT_OUTSTANDING',
      cents: 300_000,
      currency: 'EUR',
    };
    const reported = paid.after(report, finance());
    expect(reported.when(close, SYSTEM, '2014-05-05').refusal?.code).toBe('LINE_MISMATCH');
  });

  it('money owed back to the provider: it is not withdrawn', () => {
    const { given: decided, today } = CLAIM_IN_STATE.CLAWBACK_DECIDED();
    const half = decided.after(settleClawback(decided, { cents: 100_000 }), finance(), today);
    const back = half.after({ ...returned(half), returnedOn: today } as ClientFileCommand, finance(), today);
    const relapsed = back.stream.findLast(({ type }) => type === 'BenefitGranted')?.id ?? '';
    const retract: ClientFileCommand = { type: 'RetractFact', targetEventId: relapsed, reason: 'WRONG_PERSON' };
    const due = back.after(retract, benefits(), today);
    expect(due.standing(C1, today)).toMatchObject({ state: 'ELIGIBLE', netCents: -100_000 });
    const withdraw: ClientFileCommand = { type: 'WithdrawClaim', claimId: C1, reason: 'MISTAKE' };
    expect(due.when(withdraw, provider(), today).refusal?.code).toBe('STATE_FORBIDS');
  });
});

describe('RequestEvidence', () => {
  it('asks for what an officer has still to judge, once, and opens six weeks', () => {
    const file = CLAIM_IN_STATE.IN_REVIEW().given;
    const outcome = file.when(request, officer());
    expect(outcome.events).toMatchObject([{ payload: { kind: 'REVIEW', termUntilOn: '2009-06-15' } }]);
    expect(outcome.given.when(request, officer(2)).events).toEqual([]);
  });

  it('there is nothing to ask of a claim that is decided', () => {
    expect(CLAIM_IN_STATE.ELIGIBLE().given.when(request, officer()).refusal?.code).toBe('STATE_FORBIDS');
  });
});

describe('ReturnPayment', () => {
  it('what the bank sends back was not paid: approved still, it can be ordered again', () => {
    const paid = CLAIM_IN_STATE.PAID().given;
    const outcome = paid.when(returned(paid), finance());
    expect(outcome.types).toEqual(['PaymentReturned']);
    expect(outcome.given.standing(C1)).toMatchObject({ state: 'APPROVED', netCents: 0, toPayCents: 300_000 });
    expect(outcome.given.when(returned(paid), finance()).events).toEqual([]);
  });

  it('no more than was paid, of an order that was paid, and not tomorrow', () => {
    const paid = CLAIM_IN_STATE.PAID().given;
    expect(paid.when(returned(paid, 300_001), finance()).refusal?.code).toBe('AMOUNT_ABOVE_OUTSTANDING');
    expect(paid.when({ ...returned(paid), returnedOn: '2009-05-05' } as never, finance()).refusal?.code).toBe(
      'INVALID_PERIOD',
    );
    expect(paid.when({ ...returned(paid), orderId: 'x.1' } as never, finance()).refusal?.code).toBe(
      'UNKNOWN_REFERENCE',
    );
    const ordered = CLAIM_IN_STATE.PAYMENT_ORDERED().given;
    expect(ordered.when(returned(ordered), finance()).refusal?.code).toBe('STATE_FORBIDS');
    expect(paid.when(returned(paid), provider()).refusal?.code).toBe('ROLE_MAY_NOT_RECORD');
  });

  it('what was to be asked back of it is no longer', () => {
    const proposed = CLAIM_IN_STATE.CLAWBACK_PROPOSED().given;
    const outcome = proposed.when(returned(proposed), finance());
    expect(outcome.types).toEqual(['PaymentReturned', 'ClaimDetermined', 'ClawbackWithdrawn']);
    expect(outcome.given.standing(C1)).toMatchObject({ state: 'REJECTED', netCents: 0 });
  });
});
