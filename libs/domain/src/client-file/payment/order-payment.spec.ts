import {
  approve,
  approver2,
  benefits,
  C1,
  CLAIM_IN_STATE,
  contract,
  factOf,
  finance,
  officer,
  paid,
  orderPayment,
  provider,
  refuseApproval,
  relapse,
  serviceDelivered,
  termsWith,
  type GivenFile,
} from '../../testing/index.js';
import { SYSTEM } from '../../event.js';

const approved = (): GivenFile => CLAIM_IN_STATE.APPROVED().given;

describe('OrderPayment', () => {
  it('orders what is to be paid and pins decision, episode, tariff and who released', () => {
    const file = approved();
    const [event] = file.when(orderPayment(file), SYSTEM).events;
    expect(event).toEqual({
      type: 'PaymentOrdered',
      payload: {
        claimId: C1,
        providerId: 'PASWERK',
        milestone: 'SUSTAINED',
        outcomeType: 'WORK',
        orderId: `${file.claim(C1).determination?.id}.1`,
        cents: 300_000,
        orderedOn: '2009-05-04',
        determinationId: file.claim(C1).determination?.id,
        decisionHash: file.claim(C1).determination?.payload.decisionHash,
        batchId: 'batch-1',
        payer: 'officer-9',
        preparer: 'officer-8',
        episodeOn: '2008-09-01',
        tariffCents: 300_000,
        jobId: 'j1',
        accountId: 'ACC-PASWERK',
        contractId: 'K1',
      },
    });
  });

  it('pins how finance books it: the contract’s account, and tax where the contract adds it', () => {
    const taxed = contract('K1', 'PASWERK');
    const registrations = taxed.registrations.map((one) => ({
      ...one,
      ledgerAccount: 'G4343',
      vat: { treatment: 'ADDED' as const, rateBp: 2100 },
    }));
    const file = approved().under(termsWith({ contracts: [{ ...taxed, registrations }] }));
    const line = { ...orderPayment(file), vatCents: 63_000 } as ReturnType<typeof orderPayment>;
    expect(file.when(line, SYSTEM).events[0]).toMatchObject({
      payload: { cents: 300_000, vatCents: 63_000, ledgerAccount: 'G4343' },
    });
    expect(file.when(orderPayment(file), SYSTEM).refusal?.code).toBe('DECISION_STALE');
  });

  it('a line of another sum than is to be paid by now is another payment', () => {
    const file = approved();
    const less = orderPayment(file, { cents: 299_999 });
    expect(file.when(less, SYSTEM).refusal?.code).toBe('DECISION_STALE');
  });

  it('without a confirmed account nothing is ordered', () => {
    const file = approved();
    const nowhere = file.under({ ...file.terms, accounts: new Map() });
    expect(nowhere.when(orderPayment(file), SYSTEM).refusal?.code).toBe('ACCOUNT_NOT_CONFIRMED');
  });

  it('what came back twice, from the provider and from the bank, is owed again beside the bonus', () => {
    const recovered = CLAIM_IN_STATE.RECOVERED().given;
    const [order] = recovered.file.payments;
    const returned = recovered.after(
      { type: 'ReturnPayment', claimId: C1, orderId: order?.orderId ?? '', cents: 300_000, returnedOn: '2009-06-01' },
      finance(),
      '2009-06-01',
    );
    const relapsed = returned.file.facts.at(-1)?.id ?? '';
    const retracted = returned.after(
      { type: 'RetractFact', targetEventId: relapsed, reason: 'WRONG_PERSON' },
      benefits(),
      '2009-06-02',
    );
    expect(retracted.standing(C1, '2009-06-02')).toMatchObject({ netCents: -300_000, toPayCents: 600_000 });
    const first = retracted.after(approve(retracted), officer(), '2009-06-03');
    const both = first.after(approve(first), approver2(), '2009-06-03');
    const { events, refusal } = both.when(orderPayment(both), SYSTEM, '2009-06-04');
    expect([refusal, events[0]?.payload]).toMatchObject([undefined, { cents: 600_000 }]);
  });

  it('no room under the ceiling is named last: a decision that moved on comes before it (life-cycle §1)', () => {
    const before = approved();
    const full = { ...orderPayment(before), hasNoRoom: true } as ReturnType<typeof orderPayment>;
    const codeOf = (file: GivenFile) => file.when(full, SYSTEM).refusal?.code;
    expect(codeOf(before)).toBe('BUDGET_CEILING_REACHED');
    expect(codeOf(before.after(relapse, benefits()))).toBe('DECISION_STALE');
    expect(codeOf(before.under({ ...before.terms, accounts: new Map() }))).toBe('ACCOUNT_NOT_CONFIRMED');
  });

  it('a sum that is not the prepared one is named before who may not pay', () => {
    const file = approved();
    const less = orderPayment(file, { cents: 299_999, payer: 'officer-8' });
    expect(file.when(less, SYSTEM).refusal?.code).toBe('DECISION_STALE');
  });

  it('a second order of the same claim is refused', () => {
    const file = approved().after(orderPayment(approved()), officer(9));
    expect(file.when(orderPayment(file), officer(9)).refusal?.code).toBe('PAYMENT_ALREADY_ORDERED');
  });

  it('a fact recorded after the approval makes the decision stale, and the new one is shown', () => {
    const before = approved();
    const file = before.after(relapse, benefits());
    const outcome = file.when(orderPayment(before), officer(9));
    expect(outcome).toMatchObject({ refusal: { code: 'DECISION_STALE' }, events: [] });
    expect(file.standing(C1).state).toBe('REJECTED');
  });

  it('a decision that would be another today is made again, recorded and refused as stale', () => {
    const before = approved();
    const [benefit, ...others] = [relapse.fact];
    expect(others).toEqual([]);
    // Recorded by an import that decided nothing.
    const file = before.and({ ...benefit, by: benefits() });
    const outcome = file.when(orderPayment(before), officer(9));
    expect(outcome.refusal?.code).toBe('DECISION_STALE');
    expect(outcome.types).toEqual(['ClaimDetermined']);
  });

  it('an approval stays void when the facts turn and turn back', () => {
    const before = approved();
    const there = before.after(relapse, benefits());
    const targetEventId = there.file.facts.at(-1)?.id ?? '';
    const back = there.after({ type: 'RetractFact', targetEventId, reason: 'WRONG_PERSON' }, benefits());
    expect(back.claim(C1).determination?.payload.decisionHash).toBe(
      before.claim(C1).determination?.payload.decisionHash,
    );
    expect(back.standing(C1).state).toBe('ELIGIBLE');
    expect(back.when(orderPayment(before), officer(9)).refusal?.code).toBe('DECISION_STALE');
  });

  it('a new fact that changes nothing of the decision leaves the approvals standing', () => {
    const before = approved();
    const { by: _by, ...service } = serviceDelivered({ validFrom: '2008-07-25' });
    const file = before.after({ type: 'RecordFact', fact: service as ReturnType<typeof factOf> }, provider());
    expect(file.when(orderPayment(before), officer(9)).types).toContain('PaymentOrdered');
  });

  it('more due than paid: the difference is ordered on the same claim, approved by its total', () => {
    const ordered = approved().after(orderPayment(approved()), officer(9));
    const dearer = termsWith({ contracts: [contract('K1', 'PASWERK', { cents: 350_000 })], revision: 1 });
    const more = ordered.and(paid(ordered)).under(dearer).after({ type: 'Redetermine' }, SYSTEM);
    expect(more.standing(C1)).toMatchObject({ state: 'ELIGIBLE', netCents: 300_000, toPayCents: 50_000 });
    const one = more.after(approve(more), officer());
    const both = one.after(approve(one), approver2());
    expect(both.when(orderPayment(both), officer(9)).events[0]).toMatchObject({ payload: { cents: 50_000 } });
  });

  it('one approval is not enough from the threshold on', () => {
    const file = CLAIM_IN_STATE.APPROVED_1().given;
    expect(file.when(orderPayment(file), officer(9)).refusal?.code).toBe('SECOND_APPROVAL_REQUIRED');
  });

  it.each([
    ['the first approver', 'officer-1', 'officer-8'],
    ['the second approver', 'approver2-1', 'officer-8'],
    ['who prepared the batch', 'officer-8', 'officer-8'],
  ])('%s cannot release the payment', (_who, payer, preparer) => {
    const file = approved();
    expect(file.when(orderPayment(file, { payer, preparer }), SYSTEM).refusal?.code).toBe('SEPARATION_OF_DUTIES');
  });

  it('nobody releases in another person’s name', () => {
    const file = approved();
    expect(file.when(orderPayment(file), officer(4)).refusal?.code).toBe('ROLE_MAY_NOT_RECORD');
  });

  it('a claim whose approval was refused after the batch was prepared is dropped as stale', () => {
    const file = approved();
    const refused = file.after(refuseApproval(file), approver2(3));
    expect(refused.when(orderPayment(file), officer(9)).refusal?.code).toBe('DECISION_STALE');
  });

  it('who reviewed or attributed cannot pay', () => {
    const review = CLAIM_IN_STATE.IN_REVIEW().given.after(
      { type: 'ResolveReview', claimId: C1, codes: ['NO_CONTRIBUTION_EVIDENCE'], result: 'CLOSED', grounds: 'SEEN' },
      officer(5),
    );
    const one = review.after(approve(review), officer());
    const both = one.after(approve(one), approver2());
    expect(both.when(orderPayment(both, { payer: 'officer-5' }), SYSTEM).refusal?.code).toBe('SEPARATION_OF_DUTIES');
    expect(review.when(approve(review), officer(5)).refusal?.code).toBe('SEPARATION_OF_DUTIES');
  });
});
