import { SYSTEM, type Actor } from '../../event.js';
import { dayOf } from '../../values/calendar-date.js';
import {
  benefits,
  C1,
  CLAIM_IN_STATE,
  finance,
  orderPayment,
  relapse,
  RIPE,
  type GivenFile,
} from '../../testing/index.js';
import type { ClientFileCommand } from '../commands.js';

const ordered = (): GivenFile => CLAIM_IN_STATE.PAYMENT_ORDERED().given;
const orderIdOf = (file: GivenFile): string => file.file.payments.at(-1)?.orderId ?? '';
const ofOrder = (file: GivenFile) => ({ claimId: C1, orderId: orderIdOf(file) });
const settle = (file: GivenFile, cents = 300_000): ClientFileCommand => ({
  type: 'SettlePayment',
  ...ofOrder(file),
  cents,
  paidOn: RIPE,
});
const fail = (file: GivenFile): ClientFileCommand => ({
  type: 'FailPayment',
  ...ofOrder(file),
  failedOn: RIPE,
  bankReason: 'AC04',
});
const cancel = (file: GivenFile): ClientFileCommand => ({
  type: 'CancelOrder',
  ...ofOrder(file),
  code: 'BATCH_CANCELLED',
});
const recheck = (file: GivenFile): ClientFileCommand => ({ type: 'RecheckOrder', ...ofOrder(file) });
const report = (file: GivenFile, told: object = {}): ClientFileCommand => ({
  type: 'ReportMismatch',
  ...ofOrder(file),
  endToEndId: 'abcdefghijklma01',
  reason: 'WRONG_AMOUNT',
  cents: 299_999,
  currency: 'EUR',
  ...told,
});
const resolve = (file: GivenFile, result: 'SETTLED' | 'REJECTED' | 'DISMISSED'): ClientFileCommand => ({
  type: 'ResolveMismatch',
  claimId: C1,
  mismatchEventId: file.file.mismatches[0]?.eventId ?? '',
  result,
});
const again = (file: GivenFile): ReturnType<typeof ofOrder> & { code: string | undefined } => {
  const { refusal } = file.when(orderPayment(file), SYSTEM);
  return { ...ofOrder(file), code: refusal?.code };
};

describe('What the bank tells of an order', () => {
  it('paid: the claim is paid, and hearing it twice changes nothing', () => {
    const file = ordered();
    const paid = file.after(settle(file), finance());
    expect(paid.standing(C1)).toMatchObject({ state: 'PAID', netCents: 300_000, orderedCents: 0 });
    expect(paid.when(settle(paid), finance()).events).toEqual([]);
  });

  it('an earlier order paid after all: the next one would pay the bonus again, and is not for the bank', () => {
    const first = ordered();
    const failed = first.after(fail(first), finance());
    const second = failed.after(orderPayment(failed), SYSTEM);
    expect(second.when(recheck(second), SYSTEM).refusal).toBeUndefined();
    const both = second.after(report(first), finance()).after(settle(first), finance());
    const [mismatch] = both.file.mismatches;
    const resolved = both.after(
      { type: 'ResolveMismatch', claimId: C1, mismatchEventId: mismatch?.eventId ?? '', result: 'SETTLED' },
      finance(),
    );
    expect(resolved.standing(C1)).toMatchObject({ netCents: 300_000, orderedCents: 300_000, toPayCents: -300_000 });
    expect(resolved.when(recheck(second), SYSTEM).refusal?.code).toBe('AMOUNT_ABOVE_OUTSTANDING');
  });

  it('rejected: exactly this claim may be ordered again, on the same approvals, by the next name', () => {
    const file = ordered();
    const failed = file.after(fail(file), finance());
    expect(failed.standing(C1)).toMatchObject({ state: 'APPROVED', toPayCents: 300_000 });
    expect(failed.when(fail(failed), finance()).events).toEqual([]);
    const [event] = failed.when(orderPayment(failed), SYSTEM).events;
    expect(event).toMatchObject({ payload: { orderId: orderIdOf(file).replace(/\.1$/, '.2') } });
  });

  it('rejected after the decision moved on: approvals are void, the claim follows its decision', () => {
    const file = ordered().after(relapse, benefits());
    expect(file.standing(C1).state).toBe('PAYMENT_ORDERED');
    expect(file.after(fail(file), finance()).standing(C1).state).toBe('REJECTED');
  });

  it('paid after the decision moved on: the money is asked back', () => {
    const file = ordered().after(relapse, benefits());
    expect(file.after(settle(file), finance()).standing(C1)).toMatchObject({ state: 'CLAWBACK_PROPOSED' });
  });

  it('paid less because a clawback was set off that no longer stands: the rest is due again', () => {
    const file = ordered();
    const paid = file.after(settle(file, 250_000), finance());
    expect(paid.standing(C1)).toMatchObject({ netCents: 250_000, toPayCents: 50_000 });
    expect(file.when(settle(file, 300_001), finance()).refusal?.code).toBe('AMOUNT_ABOVE_OUTSTANDING');
  });

  it('an order that is not open is neither paid nor rejected, but reported', () => {
    const file = ordered();
    const failed = file.after(fail(file), finance());
    expect(failed.when(settle(failed), finance()).refusal?.code).toBe('LINE_MISMATCH');
    const paid = file.after(settle(file), finance());
    expect(paid.when(fail(paid), finance()).refusal?.code).toBe('LINE_MISMATCH');
    const stranger = { ...settle(file), orderId: `${orderIdOf(file).slice(0, 36)}.9` } as ClientFileCommand;
    expect(file.when(stranger, finance()).refusal?.code).toBe('LINE_MISMATCH');
  });
});

describe('A booking that does not fit', () => {
  it('books nothing, and nothing more is ordered on the claim until finance has resolved it', () => {
    const file = ordered();
    const reported = file.after(report(file), finance());
    expect(reported.standing(C1).state).toBe('PAYMENT_ORDERED');
    const failed = reported.after(fail(reported), finance());
    expect(again(failed).code).toBe('LINE_MISMATCH');
    const resolved = failed.after(resolve(failed, 'DISMISSED'), finance());
    expect(again(resolved).code).toBeUndefined();
  });

  it('is reported once, however often the bank tells it', () => {
    const file = ordered();
    const reported = file.after(report(file), finance());
    expect(reported.when(report(file), finance()).events).toEqual([]);
    expect(reported.when(report(file, { cents: 1 }), finance()).events).toHaveLength(1);
  });

  it('of a rejected order that was paid after all is booked once finance says so', () => {
    const file = ordered();
    const failed = file.after(fail(file), finance());
    const reported = failed.after(report(file, { reason: 'NOT_OUTSTANDING', cents: 300_000 }), finance());
    const paid = reported.after(settle(file), finance());
    expect(paid.standing(C1)).toMatchObject({ state: 'PAID', netCents: 300_000 });
    expect(paid.after(resolve(paid, 'SETTLED'), finance()).file.mismatches).toEqual([]);
  });

  it('of an order that never was can only be dismissed, and is resolved once', () => {
    const { orderId: _none, ...unknown } = report(ordered(), { reason: 'UNKNOWN_ORDER' }) as { orderId: string };
    const file = ordered().after(unknown as ClientFileCommand, finance());
    expect(file.when(resolve(file, 'SETTLED'), finance()).refusal?.code).toBe('LINE_MISMATCH');
    const dismissed = file.after(resolve(file, 'DISMISSED'), finance());
    expect(dismissed.when(resolve(file, 'DISMISSED'), finance()).events).toEqual([]);
    expect(dismissed.when(resolve(dismissed, 'DISMISSED'), finance()).refusal).toEqual({
      code: 'UNKNOWN_REFERENCE',
      data: { field: 'mismatchEventId' },
    });
  });
});

describe('Just before the money goes', () => {
  it('an order whose decision and account still hold goes', () => {
    const file = ordered();
    expect(file.when(recheck(file), SYSTEM)).toMatchObject({ events: [] });
    expect(file.when(recheck(file), SYSTEM).refusal).toBeUndefined();
  });

  it('one whose decision moved on does not, and its order is cancelled', () => {
    const file = ordered().after(relapse, benefits());
    expect(file.when(recheck(file), SYSTEM).refusal?.code).toBe('DECISION_STALE');
    const cancelled = file.after(cancel(file), SYSTEM);
    expect(cancelled.standing(C1).state).toBe('REJECTED');
    expect(cancelled.when(cancel(file), SYSTEM).events).toEqual([]);
  });

  it('one whose account was changed since does not', () => {
    const file = ordered();
    const moved = { accountId: 'NEW', activeFrom: dayOf('2009-05-01') };
    const terms = { ...file.terms, accounts: new Map([['PASWERK', [moved]]]) };
    expect(file.under(terms).when(recheck(file), SYSTEM).refusal?.code).toBe('ACCOUNT_NOT_CONFIRMED');
  });

  it('a cancelled order leaves the claim approved, to be ordered again', () => {
    const file = ordered();
    const cancelled = file.after(cancel(file), SYSTEM);
    expect(cancelled.standing(C1)).toMatchObject({ state: 'APPROVED', toPayCents: 300_000 });
    expect(cancelled.when(recheck(file), SYSTEM).refusal?.code).toBe('STATE_FORBIDS');
    expect(again(cancelled).code).toBeUndefined();
  });

  it('a paid order is not cancelled', () => {
    const file = ordered();
    const paid = file.after(settle(file), finance());
    expect(paid.when(cancel(file), SYSTEM).refusal?.code).toBe('STATE_FORBIDS');
  });
});

describe('Who tells', () => {
  it.each<[string, (file: GivenFile) => ClientFileCommand, Actor]>([
    ['the system settles nothing by itself', (file) => settle(file), SYSTEM],
    ['the benefits office rejects nothing', (file) => fail(file), benefits()],
    ['finance cancels no order', (file) => cancel(file), finance()],
  ])('%s', (_title, command, actor) => {
    const file = ordered();
    expect(file.when(command(file), actor).refusal?.code).toBe('ROLE_MAY_NOT_RECORD');
  });
});
