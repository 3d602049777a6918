import {
  applicationStarted,
  approve,
  approver2,
  benefits,
  C1,
  C2,
  C3,
  failed,
  fact,
  factOf,
  given,
  lastingOutflow,
  officer,
  orderPayment,
  paid,
  placementStarted,
  provider,
  registry,
  serviceDelivered,
  submitClaim,
  trajectAssigned,
  termsWith,
  contract,
  decideClawback,
  finance,
  relapse,
  releaseClawbackNotice,
  settleClawback,
  settlePayment,
  type GivenFile,
  type Past,
} from '../../testing/index.js';
import { SYSTEM } from '../../event.js';
import type { ClientFileCommand } from '../commands.js';

const split = (shares: Readonly<Record<string, number>>): ClientFileCommand => ({
  type: 'DecideAttribution',
  jobId: 'j1',
  shares,
  grounds: 'HEARD_BOTH',
});

/** Sagenn had a traject of the same client from the same day on. */
const secondTraject = (): readonly Past[] => [
  trajectAssigned({ trajectId: 't2', providerId: 'SAGENN', contractId: 'K2' }),
  serviceDelivered({ trajectId: 't2' }, provider('SAGENN')),
];
const sagenns = submitClaim({ claimId: C2, providerId: 'SAGENN', trajectId: 't2' });

const approvedBoth = (file: GivenFile, claimId: string, officerNumber: number): GivenFile => {
  const first = file.after(approve(file, claimId), officer(officerNumber));
  return first.standing(claimId).state === 'APPROVED'
    ? first
    : first.after(approve(first, claimId), approver2(officerNumber));
};
/** The client was back on welfare, and the provider gave back what it had. */
function recovered(file: GivenFile): GivenFile {
  const proposed = file.after(relapse, benefits());
  const told = proposed.after(releaseClawbackNotice(proposed), officer(6), '2009-05-09');
  const decided = told.after(decideClawback(told), approver2(7), '2009-05-25');
  return decided.after(settleClawback(decided), finance(), '2009-05-25');
}
const relapsed = ({ file }: GivenFile): string => file.facts.at(-1)?.id ?? '';
const LATER = '2009-06-02';
const ordered = (file: GivenFile, claimId = C1): GivenFile => file.after(orderPayment(file, { claimId }), officer(9));

describe('One bonus for one outflow', () => {
  it('two providers claim the same outflow: both claims are recorded and contested, neither is payable', () => {
    const file = given(...lastingOutflow(), ...secondTraject())
      .after(submitClaim(), provider())
      .after(sagenns, provider('SAGENN'));
    expect([C1, C2].map((id) => file.standing(id).state)).toEqual(['CONTESTED', 'CONTESTED']);
    expect(file.when(approve(file), officer()).refusal?.code).toBe('STATE_FORBIDS');
  });

  it('shares decided by an officer are paid to the cent and never exceed the tariff together', () => {
    const file = given(...lastingOutflow(), ...secondTraject())
      .after(submitClaim(), provider())
      .after(sagenns, provider('SAGENN'))
      .after(split({ PASWERK: 3333, SAGENN: 6667 }), officer(5));
    const both = ordered(approvedBoth(ordered(approvedBoth(file, C1, 1)), C2, 2), C2);
    expect([C1, C2].map((id) => both.standing(id).orderedCents)).toEqual([99_990, 200_010]);
  });

  it('a rival who would be eligible too is told at the moment of the order that the outflow is paid', () => {
    // Contract K1 asks for no causality, so that two providers are eligible at once.
    const file = given(...lastingOutflow(), ...secondTraject())
      .under(termsWith({ parameters: { causality: 'NONE' } }))
      .after(submitClaim(), provider())
      .after(sagenns, provider('SAGENN'));
    const ready = approvedBoth(approvedBoth(file, C1, 1), C2, 2);
    const outcome = ready.when(orderPayment(ready), officer(9));
    expect(outcome.types).toEqual(['PaymentOrdered', 'ClaimDetermined']);
    const after = outcome.given;
    expect(after.claim(C2).determination?.payload).toMatchObject({
      outcome: 'REJECTED',
      fail: ['OUTFLOW_ALREADY_PAID'],
    });
    expect(after.when(orderPayment(ready, { claimId: C2 }), officer(9)).refusal?.code).toBe('DECISION_STALE');
  });

  it('when the order fails the rival is reopened, with approvals void, and the winner may be ordered again', () => {
    const file = given(...lastingOutflow(), ...secondTraject())
      .under(termsWith({ parameters: { causality: 'NONE' } }))
      .after(submitClaim(), provider())
      .after(sagenns, provider('SAGENN'));
    const order = ordered(approvedBoth(approvedBoth(file, C1, 1), C2, 2));
    const after = order
      .and(failed(order))
      .after({ type: 'Redetermine' }, { id: 'system', role: 'SYSTEM', orgId: 'uitkomst' });
    expect(after.standing(C1).state).toBe('APPROVED');
    expect(after.standing(C2).state).toBe('ELIGIBLE');
    expect(after.claim(C2).determination?.payload.rules).toContainEqual(
      expect.objectContaining({ rule: 'R46', code: 'REOPENED_IN_FAVOUR' }),
    );
    const again = ordered(after);
    expect(again.file.payments.map(({ orderId }) => orderId.split('.')[1])).toEqual(['1', '2']);
  });

  it('two part-time jobs of one person are one outflow', () => {
    const file = given(
      ...lastingOutflow(),
      placementStarted({ jobId: 'j2', employerId: 'SCHOONMAAK', weeklyHours: 1600 }),
      applicationStarted({ jobId: 'j2' }),
    )
      .after(submitClaim(), provider())
      .after(submitClaim({ claimId: C2, jobId: 'j2' }), provider());
    const ready = approvedBoth(approvedBoth(file, C1, 1), C2, 2);
    const after = ordered(ready);
    expect(after.standing(C2).state).toBe('REJECTED');
  });

  it('two ids of one job are one job: the second claim of the provider is a duplicate', () => {
    const twice = given(...lastingOutflow()).after(
      { type: 'RecordFact', fact: factOf('PlacementStarted', { ...job, jobId: 'polis-7' }) },
      registry(),
    );
    const outcome = twice
      .after(submitClaim(), provider())
      .when(submitClaim({ claimId: C3, jobId: 'polis-7' }), provider());
    expect(outcome.refusal).toEqual({ code: 'DUPLICATE_SUBMISSION', data: { claimId: C1 } });
  });

  it('an id linked only after both claims came in still leaves one payable', () => {
    const file = given(
      ...lastingOutflow(),
      fact('PlacementStarted', { ...job, jobId: 'polis-7', employerId: 'ANDERS' }),
    )
      .and(applicationStarted({ jobId: 'polis-7' }))
      .after(submitClaim(), provider())
      .after(submitClaim({ claimId: C2, jobId: 'polis-7' }), provider())
      .after({ type: 'RecordFact', fact: factOf('JobLinked', { jobId: 'polis-7', sameAsJobId: 'j1' }) }, benefits());
    const after = ordered(approvedBoth(approvedBoth(file, C1, 1), C2, 2));
    expect(after.standing(C2).state).toBe('REJECTED');
    expect(after.and(paid(after)).standing(C1).state).toBe('PAID');
  });

  it('what an order gives back of what came in twice takes nothing of another’s share', () => {
    const file = given(...lastingOutflow(), ...secondTraject())
      .after(submitClaim(), provider())
      .after(sagenns, provider('SAGENN'))
      .after(split({ PASWERK: 5000, SAGENN: 5000 }), officer(5));
    const order = ordered(approvedBoth(file, C1, 1));
    const back = recovered(order.after(settlePayment(order), finance()));
    const orderId = order.file.payments.at(-1)?.orderId ?? '';
    const reopened = back
      .after(
        { type: 'ReturnPayment', claimId: C1, orderId, cents: 150_000, returnedOn: '2009-06-01' },
        finance(),
        LATER,
      )
      .after({ type: 'RetractFact', targetEventId: relapsed(back), reason: 'WRONG_PERSON' }, benefits(), LATER);
    const approved = reopened.after(approve(reopened), officer(3), LATER);
    const again = approved.after(orderPayment(approved), SYSTEM, LATER);
    expect(again.standing(C1, LATER)).toMatchObject({ netCents: -150_000, orderedCents: 300_000 });
    expect(again.standing(C2, LATER).state).toBe('ELIGIBLE');
  });

  it('the guard on the file holds even where another tariff would leave room', () => {
    const file = given(...lastingOutflow(), ...secondTraject())
      .under(termsWith({ contracts: [contract('K1', 'PASWERK'), contract('K2', 'SAGENN', { cents: 900_000 })] }))
      .after(submitClaim(), provider())
      .after(sagenns, provider('SAGENN'))
      .after(split({ PASWERK: 5000, SAGENN: 5000 }), officer(5));
    const both = ordered(approvedBoth(ordered(approvedBoth(file, C1, 1)), C2, 2), C2);
    expect([C1, C2].map((id) => both.standing(id).orderedCents)).toEqual([150_000, 450_000]);
  });
});

const job = {
  jobId: 'j1',
  employerId: 'BEVEILIGER',
  form: 'REGULAR',
  weeklyHours: 3600,
  validFrom: '2008-09-10',
} as const;
