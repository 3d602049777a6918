import {
  actorIn,
  approve,
  approver2,
  benefits,
  C1,
  CLAIM_IN_STATE,
  clawbackOf,
  contract,
  decideClawback,
  factOf,
  failed,
  finance,
  officer,
  orderPayment,
  provider,
  releaseClawbackNotice,
  relapse,
  RIPE,
  settleClawback,
  settlePayment,
  termsWith,
  type GivenFile,
} from '../../testing/index.js';
import { SYSTEM } from '../../event.js';
import type { ClientFileCommand } from '../commands.js';

const HEARD = '2009-05-25';
const paid = (): GivenFile => CLAIM_IN_STATE.PAID().given;
const proposed = (): GivenFile => CLAIM_IN_STATE.CLAWBACK_PROPOSED().given;
const decided = (): GivenFile => CLAIM_IN_STATE.CLAWBACK_DECIDED().given;
const retract = (file: GivenFile): ClientFileCommand => ({
  type: 'RetractFact',
  targetEventId: file.file.facts.at(-1)?.id ?? '',
  reason: 'WRONG_PERSON',
});
const of = (file: GivenFile) => ({ clawbackId: clawbackOf(file).clawbackId });
const hear = (file: GivenFile, position: 'AGREES' | 'DISPUTES' = 'DISPUTES'): ClientFileCommand => ({
  type: 'HearClawback',
  ...of(file),
  position,
});
const withdraw = (file: GivenFile): ClientFileCommand => ({ type: 'WithdrawClawback', ...of(file), grounds: 'HEARD' });
const writeOff = (file: GivenFile): ClientFileCommand => ({ type: 'WriteOffClawback', ...of(file) });
/** Half of the outflow turns out to be Sagenn's work: eligible still, for half. */
const halved = (file: GivenFile, paswerk = 5_000): GivenFile =>
  file
    .after(
      {
        type: 'RecordFact',
        fact: factOf('TrajectAssigned', {
          trajectId: 't2',
          providerId: 'SAGENN',
          contractId: 'K2',
          intakeOn: '2008-01-20',
          validFrom: '2008-01-25',
        }),
      },
      actorIn('CASEMGR'),
    )
    .after(
      {
        type: 'DecideAttribution',
        jobId: 'j1',
        shares: { PASWERK: paswerk, SAGENN: 10_000 - paswerk },
        grounds: 'HEARD',
      },
      officer(6),
    );

describe('A clawback follows from the money and the decision', () => {
  it('a relapse found after payment asks all of it back, in the append that records it', () => {
    const outcome = paid().when(relapse, benefits());
    expect(outcome.types).toEqual(['BenefitGranted', 'ClaimDetermined', 'ClawbackProposed']);
    expect(outcome.events.at(-1)).toMatchObject({
      actor: SYSTEM,
      payload: { cents: 300_000, codes: ['RELAPSE_WITHIN_SUSTAIN'], proposedOn: '2009-05-04' },
    });
    const { payload } = outcome.given.stream.at(-1) as { payload: { triggerEventId: string } };
    expect(payload.triggerEventId).toBe(outcome.given.stream.at(-3)?.id);
  });

  it('a claim that stays eligible for less gives back the difference', () => {
    const file = halved(paid());
    expect(file.standing(C1)).toMatchObject({ state: 'CLAWBACK_PROPOSED', entitlementCents: 150_000 });
    expect(clawbackOf(file).proposedCents).toBe(150_000);
  });

  it('while the bank has not answered nothing is asked back; when it has, at once', () => {
    const ordered = CLAIM_IN_STATE.PAYMENT_ORDERED().given.after(relapse, benefits());
    expect(ordered.file.clawbacks).toEqual([]);
    const outcome = ordered.when(settlePayment(ordered), finance());
    expect(outcome.types).toEqual(['ClaimPaid', 'ClaimDetermined', 'ClawbackProposed']);
    expect(outcome.given.standing(C1).state).toBe('CLAWBACK_PROPOSED');
  });

  it('nor is what was paid before, while a further order is at the bank', () => {
    const dearer = termsWith({ contracts: [contract('K1', 'PASWERK', { cents: 350_000 })], revision: 1 });
    const more = paid().under(dearer).after({ type: 'Redetermine' }, SYSTEM);
    const one = more.after(approve(more), officer());
    const both = one.after(approve(one), approver2());
    const ordered = both.after(orderPayment(both), officer(9)).after(relapse, benefits());
    expect(ordered.standing(C1)).toMatchObject({ netCents: 300_000, orderedCents: 50_000 });
    expect(ordered.file.clawbacks).toEqual([]);
    const settled = ordered.after(settlePayment(ordered), finance());
    expect(clawbackOf(settled).proposedCents).toBe(350_000);
  });

  it('what is retracted is no longer asked back', () => {
    const outcome = proposed().when(retract(proposed()), benefits());
    expect(outcome.types).toEqual(['FactRetracted', 'ClaimDetermined', 'ClawbackWithdrawn']);
    expect(outcome.given.standing(C1)).toMatchObject({ state: 'PAID', netCents: 300_000 });
    expect(outcome.events.at(-1)).toMatchObject({ payload: { code: 'NO_GROUND' } });
  });

  it('a decided one that is no longer due goes as well', () => {
    const outcome = decided().when(retract(decided()), benefits());
    expect(outcome.types).toEqual(['FactRetracted', 'ClaimDetermined', 'ClawbackWithdrawn']);
    expect(outcome.given.standing(C1).state).toBe('PAID');
  });

  it('of a decided one that is due in part, the rest is proposed anew', () => {
    const part = decided().after(settleClawback(decided(), { cents: 100_000 }), finance(), HEARD);
    const half = halved(part.after(retract(part), benefits(), HEARD));
    expect(half.standing(C1)).toMatchObject({ netCents: 200_000, entitlementCents: 150_000 });
    expect(clawbackOf(half)).toMatchObject({ state: 'PROPOSED', proposedCents: 50_000 });
  });

  it('another sum takes the place of the first; only a higher one needs a new term to be heard', () => {
    const first = halved(paid(), 5_000);
    const told = first.after(releaseClawbackNotice(first), officer(5), '2009-05-09');
    const lower = told.when(attribute(7_500), officer(6), '2009-05-10');
    expect(lower.types.slice(-2)).toEqual(['ClawbackWithdrawn', 'ClawbackProposed']);
    expect(lower.events.at(-1)).toMatchObject({ payload: { cents: 75_000, hearingUntilOn: '2009-05-23' } });
    const higher = told.when(attribute(2_500), officer(6), '2009-05-10');
    expect(higher.events.at(-2)).toMatchObject({ payload: { code: 'CLAWBACK_REPLACED' } });
    expect(higher.events.at(-1)).toMatchObject({ payload: { cents: 225_000 } });
    expect(higher.events.at(-1)?.payload).not.toHaveProperty('hearingUntilOn');
    const ids = higher.given.file.clawbacks.map(({ clawbackId }) => clawbackId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('the letter about a lower sum opens no new term: the one that runs is told again', () => {
    const first = halved(paid(), 5_000);
    const told = first.after(releaseClawbackNotice(first), officer(5), '2009-05-09');
    const lower = told.after(attribute(7_500), officer(6), '2009-05-10');
    const notice = { ...releaseClawbackNotice(lower), letterId: 'LETTER_4' } as ClientFileCommand;
    const again = lower.when(notice, officer(5), '2009-05-16');
    expect(again.events).toMatchObject([{ payload: { kind: 'CLAWBACK_PROPOSED', termUntilOn: '2009-05-23' } }]);
    expect(again.given.after(decideClawback(lower), approver2(7), '2009-05-24').standing(C1).state).toBe(
      'CLAWBACK_DECIDED',
    );
  });

  it('after five years the clock lets it go as time-barred; on the last day it still runs', () => {
    expect(proposed().when({ type: 'Redetermine' }, SYSTEM, '2014-05-04').events).toEqual([]);
    const outcome = proposed().when({ type: 'Redetermine' }, SYSTEM, '2014-05-05');
    expect(outcome.events).toMatchObject([{ type: 'ClawbackWithdrawn', payload: { code: 'CLAWBACK_TIME_BARRED' } }]);
    expect(outcome.given.standing(C1, '2014-05-05').state).toBe('PAID');
    const late = outcome.given;
    const ask: ClientFileCommand = { type: 'ProposeClawback', claimId: C1 };
    expect(late.when(ask, officer(), '2014-05-05').refusal?.code).toBe('CLAWBACK_TIME_BARRED');
  });

  it('whoever asks for one that the day brings about gets it', () => {
    const told = paid().when({ type: 'ProposeClawback', claimId: C1 }, officer());
    expect(told.refusal?.code).toBe('NO_GROUND');
    const again = proposed().when({ type: 'ProposeClawback', claimId: C1 }, officer());
    expect(again.refusal).toEqual({ code: 'STATE_FORBIDS', data: { state: 'CLAWBACK_PROPOSED' } });
  });
});

const attribute = (paswerk: number): ClientFileCommand => ({
  type: 'DecideAttribution',
  jobId: 'j1',
  shares: { PASWERK: paswerk, SAGENN: 10_000 - paswerk },
  grounds: 'HEARD',
});

describe('The provider is heard', () => {
  it('says what it thinks, and that is recorded', () => {
    const outcome = proposed().when(hear(proposed()), provider(), '2009-05-10');
    expect(outcome.events).toMatchObject([{ type: 'ClawbackHeard', payload: { position: 'DISPUTES' } }]);
  });

  it('not before a letter told it, and another provider never', () => {
    const untold = paid().after(relapse, benefits());
    expect(untold.when(hear(untold), provider()).refusal?.code).toBe('NOT_FOUND');
    expect(proposed().when(hear(proposed()), provider('SAGENN')).refusal?.code).toBe('NOT_FOUND');
  });

  it('the letter waits until the decision stood for five days, and opens two weeks', () => {
    const untold = paid().after(relapse, benefits());
    expect(untold.when(releaseClawbackNotice(untold), officer(), '2009-05-08').refusal?.code).toBe('TERM_NOT_PASSED');
    const told = untold.when(releaseClawbackNotice(untold), officer(), '2009-05-09');
    expect(told.events).toMatchObject([{ payload: { kind: 'CLAWBACK_PROPOSED', termUntilOn: '2009-05-23' } }]);
    expect(told.given.when(releaseClawbackNotice(untold), officer(2), '2009-05-10').events).toEqual([]);
  });

  it('nothing is decided before the term is over, its last day included', () => {
    const untold = paid().after(relapse, benefits());
    expect(untold.when(decideClawback(untold), approver2(7), HEARD).refusal?.code).toBe('HEARING_TERM_RUNNING');
    expect(proposed().when(decideClawback(proposed()), approver2(7), '2009-05-23').refusal).toEqual({
      code: 'HEARING_TERM_RUNNING',
      data: { date: '2009-05-23' },
    });
    const outcome = proposed().when(decideClawback(proposed()), approver2(7), '2009-05-24');
    expect(outcome.events).toMatchObject([{ type: 'ClawbackDecided', payload: { cents: 300_000 } }]);
  });

  it('what it says may convince: then it is not proposed again while the decision says the same', () => {
    expect(proposed().when(withdraw(proposed()), approver2(7), '2009-05-23').refusal?.code).toBe(
      'HEARING_TERM_RUNNING',
    );
    expect(proposed().when(withdraw(proposed()), approver2(7), '2009-05-24').types).toContain('ClawbackWithdrawn');
    const said = proposed().after(hear(proposed()), provider(), '2009-05-10');
    const kept = said.after(withdraw(said), approver2(7), '2009-05-11');
    expect(kept.standing(C1, '2009-05-11').state).toBe('PAID');
    expect(kept.when({ type: 'Redetermine' }, SYSTEM, '2009-06-11').events).toEqual([]);
    expect(kept.when(withdraw(said), approver2(8), '2009-05-12').events).toEqual([]);
    expect(kept.when({ type: 'ProposeClawback', claimId: C1 }, officer(), '2009-05-12').refusal?.code).toBe(
      'NO_GROUND',
    );
    const other = factOf('JobSubsidyStarted', {
      fundingId: 'w1',
      jobId: 'j1',
      scheme: 'WIW',
      payer: 'HAARLEM',
      validFrom: '2008-09-01',
    });
    const turned = kept.after({ type: 'RecordFact', fact: other }, benefits(), '2009-05-12');
    expect(turned.standing(C1, '2009-05-12').state).toBe('CLAWBACK_PROPOSED');
  });
});

describe('Whoever had a part in the payment has none in asking it back', () => {
  // Approved by officer 1 and approver 1, prepared by officer 8, released by officer 9.
  it.each(['officer-1', 'approver2-1', 'officer-8', 'officer-9'])(
    '%s neither decides, withdraws nor writes off',
    (id) => {
      const person = { ...approver2(), id };
      expect(proposed().when(decideClawback(proposed()), person, HEARD).refusal?.code).toBe('SEPARATION_OF_DUTIES');
      expect(proposed().when(withdraw(proposed()), person, HEARD).refusal?.code).toBe('SEPARATION_OF_DUTIES');
      expect(decided().when(writeOff(decided()), person, HEARD).refusal?.code).toBe('SEPARATION_OF_DUTIES');
    },
  );
});

test('an order that came to nothing binds nobody: who released or prepared it may ask the later payment back', () => {
  const order = CLAIM_IN_STATE.PAYMENT_ORDERED().given; // Prepared by officer 8, released by officer 9.
  const failure = order.and(failed(order));
  const again = failure.after(orderPayment(failure, { payer: 'officer-10', preparer: 'officer-11' }), officer(10));
  const untold = again.after(settlePayment(again), finance()).after(relapse, benefits());
  const told = untold.after(releaseClawbackNotice(untold), officer(5), '2009-05-09');
  const by = (id: string) => told.when(decideClawback(told), { ...approver2(), id }, HEARD).refusal?.code;
  expect(['officer-8', 'officer-9', 'officer-10', 'officer-11'].map(by)).toEqual([
    undefined,
    undefined,
    'SEPARATION_OF_DUTIES',
    'SEPARATION_OF_DUTIES',
  ]);
});

describe('What comes back', () => {
  it('in instalments, never more than was decided', () => {
    const file = decided();
    expect(file.when(settleClawback(file, { cents: 300_001 }), finance(), HEARD).refusal?.code).toBe(
      'AMOUNT_ABOVE_OUTSTANDING',
    );
    const part = file.after(settleClawback(file, { cents: 100_000 }), finance(), HEARD);
    expect(part.standing(C1, HEARD)).toMatchObject({ state: 'CLAWBACK_DECIDED', netCents: 200_000 });
    expect(part.when(settleClawback(part, { cents: 200_001 }), finance(), HEARD).refusal?.code).toBe(
      'AMOUNT_ABOVE_OUTSTANDING',
    );
    const all = part.after(settleClawback(part, { cents: 200_000 }), finance(), HEARD);
    expect(all.standing(C1, HEARD)).toMatchObject({ state: 'RECOVERED', netCents: 0 });
    expect(all.when(settleClawback(all, { cents: 1 }), finance(), HEARD).refusal?.code).toBe('STATE_FORBIDS');
  });

  it('settled with something left that was earned, the claim is paid', () => {
    const first = halved(paid());
    const told = first.after(releaseClawbackNotice(first), officer(5), '2009-05-09');
    const ask = told.after(decideClawback(told), approver2(7), HEARD);
    const back = ask.after(settleClawback(ask), finance(), HEARD);
    expect(back.standing(C1, HEARD)).toMatchObject({ state: 'PAID', netCents: 150_000, entitlementCents: 150_000 });
  });

  it('an offset in a batch counts once, also when the system carries the batch through', () => {
    const offset = (file: GivenFile): ClientFileCommand => ({
      type: 'SettleClawback',
      ...of(file),
      method: 'OFFSET',
      cents: 100_000,
      settledOn: HEARD,
      batchId: 'B7',
    });
    const once = decided().after(offset(decided()), SYSTEM, HEARD);
    expect(once.when(offset(once), finance(), HEARD).events).toEqual([]);
    expect(once.standing(C1, HEARD).netCents).toBe(200_000);
    expect(decided().when(settleClawback(decided()), SYSTEM, HEARD).refusal?.code).toBe('ROLE_MAY_NOT_RECORD');
  });

  it('no money comes in tomorrow', () => {
    const ahead = settleClawback(decided(), { cents: 100, settledOn: '2009-05-26' });
    expect(decided().when(ahead, finance(), HEARD).refusal?.code).toBe('INVALID_PERIOD');
  });

  it('what is written off is all that was left; it was paid and stays paid', () => {
    const part = decided().after(settleClawback(decided(), { cents: 100_000 }), finance(), HEARD);
    const outcome = part.when(writeOff(part), approver2(7), HEARD);
    expect(outcome.events).toMatchObject([{ payload: { method: 'WRITE_OFF', cents: 200_000 } }]);
    expect(outcome.given.standing(C1, HEARD)).toMatchObject({ state: 'RECOVERED', netCents: 200_000 });
    expect(outcome.given.when({ type: 'Redetermine' }, SYSTEM, '2009-06-25').events).toEqual([]);
  });

  it('who decides on what has moved on is told so', () => {
    const stale = { ...decideClawback(proposed()), ifMatch: 7 } as ClientFileCommand;
    expect(proposed().when(stale, approver2(7), HEARD).refusal?.code).toBe('VERSION_STALE');
  });

  it('nor who approved more, where an order that had failed turns out to be paid', () => {
    const first = CLAIM_IN_STATE.PAYMENT_ORDERED().given;
    const [order] = first.file.payments;
    const orderId = order?.orderId ?? '';
    const bounced = first.and(failed(first));
    const second = bounced.after(orderPayment(bounced), officer(9));
    const dearer = second
      .after(settlePayment(second), finance())
      .under(termsWith({ contracts: [contract('K1', 'PASWERK', { cents: 350_000 })], revision: 1 }))
      .after({ type: 'Redetermine' }, SYSTEM);
    const one = dearer.after(approve(dearer), officer(4));
    const both = one.after(approve(one), approver2(7));
    const booking = { orderId, endToEndId: 'x01', reason: 'NOT_OUTSTANDING', cents: 300_000, currency: 'EUR' } as const;
    const twice = both
      .after({ type: 'ReportMismatch', claimId: C1, ...booking }, finance())
      .after({ type: 'SettlePayment', claimId: C1, orderId, cents: 300_000, paidOn: RIPE }, finance());
    expect(twice.standing(C1)).toMatchObject({ state: 'CLAWBACK_PROPOSED', netCents: 600_000 });
    expect(twice.when(decideClawback(twice), approver2(7)).refusal?.code).toBe('SEPARATION_OF_DUTIES');
    expect(twice.when(decideClawback(twice), approver2(8)).refusal?.code).toBe('HEARING_TERM_RUNNING');
  });
});
