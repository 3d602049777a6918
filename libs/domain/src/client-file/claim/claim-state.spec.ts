import {
  approve,
  approver2,
  benefits,
  C1,
  CLAIM_IN_STATE,
  failed,
  finance,
  officer,
  orderPayment,
  paid,
  provider,
  RIPE,
  type GivenFile,
  type Past,
} from '../../testing/index.js';
import { SYSTEM } from '../../event.js';
import { dayOf } from '../../values/calendar-date.js';
import { claimState } from './claim-state.js';

const money = (payload: object, type: string): Past =>
  ({ type, payload: { claimId: C1, ...payload }, by: finance() }) as Past;
const orderIdOf = ({ file }: GivenFile): string => file.payments.at(-1)?.orderId ?? '';
const returned = (file: GivenFile, cents = 300_000): Past =>
  money({ orderId: orderIdOf(file), cents, returnedOn: RIPE }, 'PaymentReturned');
const ofClawback = { clawbackId: `${C1}k` };
const proposed = money({ ...ofClawback, cents: 300_000, proposedOn: RIPE, codes: [] }, 'ClawbackProposed');
const heard = money({ ...ofClawback, position: 'DISPUTES', heardOn: RIPE }, 'ClawbackHeard');
const withdrawn = money({ ...ofClawback, code: 'HEARD', withdrawnOn: RIPE }, 'ClawbackWithdrawn');
const decided = (cents = 300_000): Past =>
  money({ ...ofClawback, cents, decidedOn: RIPE, grounds: 'G' }, 'ClawbackDecided');
const settled = (cents: number, method: 'INVOICE' | 'OFFSET' | 'WRITE_OFF'): Past =>
  money({ ...ofClawback, cents, method, settledOn: RIPE }, 'ClawbackSettled');

const state = (file: GivenFile, today = RIPE) => file.standing(C1, today).state;
const unread = ({ file }: GivenFile) => claimState(file, C1, { today: dayOf('2030-01-01') });
const ordered = () => CLAIM_IN_STATE.PAYMENT_ORDERED().given;
const reclaimed = () => CLAIM_IN_STATE.CLAWBACK_PROPOSED().given;

const decision = (outcome: 'UPHELD' | 'DISMISSED', setAside: string): Past => ({
  type: 'ObjectionDecided',
  payload: { claimId: C1, objectionId: `${C1}o`, outcome, decidedOn: RIPE, setAside: [setAside], grounds: 'G' },
  by: approver2(9),
});

describe('Where a claim rests', () => {
  it('a failed or cancelled order leaves it approved, approvals kept', () => {
    expect(state(ordered().and(failed(ordered())))).toBe('APPROVED');
    const cancelled = money(
      { orderId: orderIdOf(ordered()), code: 'DECISION_STALE', cancelledOn: RIPE },
      'PaymentOrderCancelled',
    );
    expect(state(ordered().and(cancelled))).toBe('APPROVED');
  });

  it('what the bank returns is no longer paid, and can be ordered again', () => {
    const back = ordered().and(paid(ordered())).and(returned(ordered()));
    expect(back.standing(C1)).toMatchObject({ state: 'APPROVED', netCents: 0, toPayCents: 300_000 });
  });

  it('a paid claim whose rules fail is to be reclaimed, by as much as was paid', () => {
    expect(reclaimed().standing(C1)).toMatchObject({
      state: 'CLAWBACK_PROPOSED',
      netCents: 300_000,
      entitlementCents: 0,
    });
    expect(reclaimed().claim(C1).determination?.payload).toMatchObject({ outcome: 'CLAWBACK', cents: 300_000 });
  });

  it('to whoever reads without the terms, as long as nobody recorded that it was let go', () => {
    expect(unread(reclaimed())).toBe('CLAWBACK_PROPOSED');
    expect(unread(reclaimed().after({ type: 'Redetermine' }, SYSTEM, '2014-05-05'))).toBe('PAID');
  });
  it('not after the horizon of five years, whose last day counts', () => {
    expect([state(reclaimed(), '2014-05-04'), state(reclaimed(), '2014-05-05')]).toEqual(['CLAWBACK_PROPOSED', 'PAID']);
  });

  it('nor once it was withdrawn after hearing the provider, while the decision says the same', () => {
    const dropped = reclaimed().and(proposed, heard, withdrawn);
    expect(state(dropped)).toBe('PAID');
    expect(state(reclaimed().and(proposed, withdrawn))).toBe('CLAWBACK_PROPOSED');
  });

  it('in instalments it stays decided until all is settled', () => {
    const part = reclaimed().and(proposed, decided(), settled(100_000, 'INVOICE'));
    expect(part.standing(C1)).toMatchObject({ state: 'CLAWBACK_DECIDED', netCents: 200_000 });
    expect(state(part.and(settled(200_000, 'OFFSET')))).toBe('RECOVERED');
  });

  it('what was written off was not recovered, and is not reclaimed again', () => {
    const off = reclaimed().and(proposed, decided(), settled(300_000, 'WRITE_OFF'));
    expect(off.standing(C1)).toMatchObject({ state: 'RECOVERED', netCents: 300_000 });
  });

  it('a decided clawback that is no longer due does not hold the claim', () => {
    const file = reclaimed().and(proposed, decided());
    const target = file.file.facts.at(-1)?.id ?? '';
    const cleared = file.after({ type: 'RetractFact', targetEventId: target, reason: 'WRONG_PERSON' }, benefits());
    expect(state(cleared)).toBe('PAID');
  });

  it('money that came back can be earned again', () => {
    const recovered = CLAIM_IN_STATE.RECOVERED().given;
    const target = recovered.file.facts.at(-1)?.id ?? '';
    const again = recovered.after({ type: 'RetractFact', targetEventId: target, reason: 'WRONG_PERSON' }, benefits());
    expect(again.standing(C1)).toMatchObject({ state: 'ELIGIBLE', netCents: 0, toPayCents: 300_000 });
  });

  it('an objection is shown over what goes on beneath; it ends where the claim then is', () => {
    const file = CLAIM_IN_STATE.IN_OBJECTION().given;
    expect(file.standing(C1)).toMatchObject({ state: 'IN_OBJECTION', beneath: 'REJECTED' });
    expect(
      state(file.and(decision('DISMISSED', 'SELF_FOUND_BEFORE_INTAKE')).after({ type: 'Redetermine' }, SYSTEM)),
    ).toBe('REJECTED');
    expect(state(file.and(decision('UPHELD', 'SELF_FOUND_BEFORE_INTAKE')).after({ type: 'Redetermine' }, SYSTEM))).toBe(
      'ELIGIBLE',
    );
  });

  it('an expired claim lives on while an objection against it is open, and after it was upheld', () => {
    const { given: expired, today } = CLAIM_IN_STATE.EXPIRED();
    const filed: Past = {
      type: 'ObjectionFiled',
      payload: {
        claimId: C1,
        objectionId: `${C1}o`,
        by: 'PROVIDER',
        subjectEventId: expired.claim(C1).ended?.eventId ?? '',
        filedOn: today,
        late: false,
      },
      by: provider(),
    };
    const open = expired.and(filed);
    expect(open.standing(C1, today)).toMatchObject({ state: 'IN_OBJECTION', beneath: 'INCOMPLETE' });
    expect(state(open.and(decision('DISMISSED', 'EVIDENCE_MISSING')), today)).toBe('EXPIRED');
    const upheld = open.and(decision('UPHELD', 'EVIDENCE_MISSING')).after({ type: 'Redetermine' }, SYSTEM, today);
    expect(state(upheld, today)).toBe('ELIGIBLE');
    const one = upheld.after(approve(upheld), officer(), today);
    const both = one.after(approve(one), approver2(), today);
    expect(state(both.after(orderPayment(both), officer(9), today), today)).toBe('PAYMENT_ORDERED');
  });

  it('a claim closed after it was withdrawn never counts as an earlier one', () => {
    const { given: file } = CLAIM_IN_STATE.WITHDRAWN();
    const closed = file.and({ type: 'ClaimClosed', payload: { claimId: C1, closedOn: RIPE }, by: SYSTEM });
    expect(closed.claim(C1).ended).toMatchObject({ how: 'CLOSED', after: { how: 'WITHDRAWN' } });
  });
});
