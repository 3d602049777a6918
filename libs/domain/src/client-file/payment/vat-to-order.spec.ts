import { SYSTEM } from '../../event.js';
import { dayOf } from '../../values/calendar-date.js';
import {
  approve,
  approver2,
  benefits,
  C1,
  CLAIM_IN_STATE,
  contract,
  finance,
  officer,
  orderPayment,
  termsWith,
  type GivenFile,
} from '../../testing/index.js';
import { vatToOrderCents } from './vat-to-order.js';

/** Paswerk's contract with tax on top, a later revision of the terms each time. */
function taxed(cents: number, rateBp: number) {
  const agreed = contract('K1', 'PASWERK', { cents });
  const vat = { treatment: 'ADDED' as const, rateBp };
  const registrations = agreed.registrations.map((one) => ({ ...one, vat }));
  return termsWith({ contracts: [{ ...agreed, registrations }], revision: (revision += 1) });
}
let revision = 0;

const approved = (): GivenFile => CLAIM_IN_STATE.APPROVED().given.under(taxed(300_000, 2100));
const approvedAgain = (file: GivenFile): GivenFile => {
  const one = file.after(approve(file), officer());
  return one.after(approve(one), approver2());
};
const ordered = (file: GivenFile): GivenFile => {
  const vatCents = tax(file);
  return file.after({ ...orderPayment(file), vatCents } as ReturnType<typeof orderPayment>, officer(9));
};
const tax = (file: GivenFile): number =>
  vatToOrderCents(file.file, file.claim(C1), { today: dayOf('2009-06-01'), terms: file.terms });
const onOrder = (file: GivenFile, nth: number) => ({
  claimId: C1,
  orderId: file.file.payments.at(nth)?.orderId ?? '',
});
const settled = (file: GivenFile, cents: number, nth = -1): GivenFile =>
  file.after({ type: 'SettlePayment', ...onOrder(file, nth), cents, paidOn: '2009-05-04' }, finance());
const returned = (file: GivenFile, cents: number, nth = -1): GivenFile =>
  file.after({ type: 'ReturnPayment', ...onOrder(file, nth), cents, returnedOn: '2009-05-04' }, finance());
const raised = (file: GivenFile, rateBp = 2100): GivenFile =>
  file.under(taxed(350_000, rateBp)).after({ type: 'Redetermine' }, SYSTEM);

describe('Tax to order', () => {
  it('is over all that is due, and nothing more while that is on order or paid', () => {
    const file = approved();
    expect([tax(file), tax(ordered(file)), tax(settled(ordered(file), 300_000))]).toEqual([63_000, 0, 0]);
  });

  it.each([
    ['failed', { type: 'FailPayment', failedOn: '2009-05-04', bankReason: 'AC04' }, finance()],
    ['was cancelled', { type: 'CancelOrder', code: 'BATCH_CANCELLED' }, SYSTEM],
  ] as const)('an order that %s took no tax', (_how, command, actor) => {
    const file = ordered(approved());
    expect(tax(file.after({ ...command, ...onOrder(file, -1) }, actor))).toBe(63_000);
  });

  it('an order paid in part took tax for the whole; sent back after an offset, it gave all of its tax back', () => {
    expect(tax(settled(ordered(approved()), 100_000))).toBe(0);
    expect(tax(returned(settled(ordered(approved()), 300_000), 100_000))).toBe(63_000);
  });

  it('is over the difference only, by what is agreed today, where more is due than before', () => {
    const paid = settled(ordered(approved()), 300_000);
    expect([tax(raised(paid)), tax(raised(paid, 900))]).toEqual([10_500, 4500]);
    const inPart = settled(ordered(approved()), 100_000);
    expect(tax(raised(settled(ordered(inPart), 200_000)))).toBe(10_500);
  });

  it('where the first of two orders comes back, is over what that one took tax for', () => {
    const both = settled(ordered(approvedAgain(raised(settled(ordered(approved()), 300_000)))), 50_000);
    expect(tax(both)).toBe(0);
    expect(tax(returned(both, 300_000, 0))).toBe(63_000);
  });

  it('asking back leaves tax as it was: what is due again after that has its tax already', () => {
    const { given, today } = CLAIM_IN_STATE.RECOVERED();
    const back = { type: 'RetractFact', targetEventId: given.file.facts.at(-1)?.id ?? '', reason: 'WRONG_PERSON' };
    const again = given.under(taxed(300_000, 2100)).after(back as never, benefits(), today);
    expect(again.standing(C1, today)).toMatchObject({ netCents: 0, toPayCents: 300_000 });
    expect(tax(again)).toBe(0);
  });
});
