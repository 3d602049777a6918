import {
  benefits,
  C1,
  C2,
  caseManager,
  CLAIM_IN_STATE,
  evidence,
  factOf,
  given,
  lastingOutflow,
  officer,
  provider,
  registered,
  relapse,
  submitClaim,
} from '../../testing/index.js';
import { SYSTEM } from '../../event.js';
import type { ClientFileCommand } from '../commands.js';
import { respondUntilOn } from './claim.js';

const withdraw: ClientFileCommand = { type: 'WithdrawClaim', claimId: C1, reason: 'MISTAKE' };
const complete = (...kinds: readonly ('PAYSLIP' | 'CONTRACT')[]): ClientFileCommand => ({
  type: 'CompleteClaim',
  claimId: C1,
  evidence: kinds.map((kind, index) => evidence(kind, index + 1)),
});
const { incomplete, eligible } = {
  incomplete: () => CLAIM_IN_STATE.INCOMPLETE().given,
  eligible: () => CLAIM_IN_STATE.ELIGIBLE().given,
};

describe('SubmitClaim', () => {
  it('records the claim with the day it came in, and its outcome in the same append', () => {
    const outcome = given(...lastingOutflow()).when(submitClaim(), provider(), '2009-05-04');
    expect(outcome.types).toEqual(['ClaimSubmitted', 'ClaimDetermined']);
    expect(outcome.events[0]).toMatchObject({ payload: { submittedOn: '2009-05-04' } });
    expect(outcome.given.standing(C1)).toEqual({
      state: 'ELIGIBLE',
      beneath: 'ELIGIBLE',
      entitlementCents: 300_000,
      netCents: 0,
      orderedCents: 0,
      toPayCents: 300_000,
    });
  });

  it('a claim on a person nobody assigned is recorded and decided like any other', () => {
    const outcome = given().when(submitClaim({ trajectId: 't9', contractId: 'K1' }), provider());
    expect(outcome.types).toEqual(['ClaimSubmitted', 'ClaimDetermined']);
    expect(outcome.given.claim(C1).determination?.payload).toMatchObject({
      outcome: 'REJECTED',
      fail: expect.arrayContaining(['NO_ASSIGNMENT']) as string[],
    });
  });

  it('the file of such a person can be registered afterwards', () => {
    const { by: _by, ...event } = registered();
    const register = { type: 'RegisterClient', registration: event.payload } as ClientFileCommand;
    const file = given().after(submitClaim({ contractId: 'K1' }), provider());
    expect(file.when(register, caseManager()).types).toEqual(['ClientRegistered']);
    const again = file.after(register, caseManager()).when(register, caseManager());
    expect(again.refusal?.code).toBe('ALREADY_REGISTERED');
    expect(file.when(register, officer()).refusal?.code).toBe('ROLE_MAY_NOT_RECORD');
  });

  it('the same claim again is a duplicate; another milestone, traject or contract is not', () => {
    const again = eligible().when(submitClaim({ claimId: C2 }), provider());
    expect(again.refusal).toEqual({ code: 'DUPLICATE_SUBMISSION', data: { claimId: C1 } });
    const named = eligible().when(submitClaim({ claimId: C2, contractId: 'K1' }), provider());
    expect(named.refusal?.code).toBe('DUPLICATE_SUBMISSION'); // The contract is the traject's, named or not.
    for (const other of [
      { milestone: 'MONTH_12' },
      { trajectId: 't2', contractId: 'K1' },
      { contractId: 'K2' },
    ] as const)
      expect(eligible().when(submitClaim({ claimId: C2, ...other }), provider()).types).toContain('ClaimSubmitted');
  });

  it('the very same submission is heard, not recorded twice', () => {
    expect(eligible().when(submitClaim(), provider())).toMatchObject({ events: [], types: [] });
  });

  it('nobody claims for another provider', () => {
    const outcome = given(...lastingOutflow()).when(submitClaim(), provider('SAGENN'));
    expect(outcome.refusal?.code).toBe('ROLE_MAY_NOT_RECORD');
  });
});

describe('CompleteClaim', () => {
  it('missing evidence is asked for by the system itself; the term of six weeks runs from that day', () => {
    const file = incomplete();
    expect(file.stream.slice(-3).map(({ type }) => type)).toEqual([
      'ClaimSubmitted',
      'ClaimDetermined',
      'DecisionNotified',
    ]);
    expect(file.stream.at(-1)).toMatchObject({
      payload: { kind: 'INCOMPLETE', subjectEventId: file.claim(C1).determination?.id, termUntilOn: '2009-06-15' },
      actor: { role: 'SYSTEM' },
    });
    expect(file.claim(C1).determination?.payload).toMatchObject({ outcome: 'PENDING', untilOn: '2009-06-15' });
    expect(file.when({ type: 'Redetermine' }, SYSTEM, '2009-05-20').events).toEqual([]);
  });

  it('is in time on the last day of the term, and too late the day after', () => {
    expect(incomplete().after(complete('PAYSLIP'), provider(), '2009-06-15').standing(C1).state).toBe('ELIGIBLE');
    expect(incomplete().when(complete('PAYSLIP'), provider(), '2009-06-16').refusal).toEqual({
      code: 'TERM_PASSED',
      data: { date: '2009-06-15' },
    });
  });

  it('the wrong piece leaves the claim incomplete, on the same term', () => {
    const file = incomplete().after(complete('CONTRACT'), provider(), '2009-06-01');
    expect(file.standing(C1).state).toBe('INCOMPLETE');
    expect(file.claim(C1).completionUntilOn).toBe('2009-06-15');
  });

  it('a claim that became incomplete again gets a new term', () => {
    const rejected = incomplete().after(relapse, benefits(), '2009-05-20');
    expect(rejected.claim(C1).completionUntilOn).toBeUndefined();
    const target = rejected.stream.find(
      ({ type, payload }) => type === 'BenefitGranted' && 'benefitId' in payload && payload.benefitId === 'b2',
    );
    const back = rejected.after(
      { type: 'RetractFact', targetEventId: target?.id ?? '', reason: 'WRONG_PERSON' },
      benefits(),
      '2009-05-25',
    );
    expect(back.claim(C1).completionUntilOn).toBe('2009-07-06');
  });

  it('is asked for until its last day, and not once it was sent', () => {
    expect(respondUntilOn(incomplete().claim(C1))).toBe('2009-06-15');
    const sent = incomplete().after(complete('PAYSLIP'), provider(), '2009-06-01');
    expect(respondUntilOn(sent.claim(C1))).toBeUndefined();
  });

  it('is not asked for any more once the claim expired: then an objection is, from the letter on', () => {
    const expired = incomplete().after({ type: 'ExpireClaim', claimId: C1 }, SYSTEM, '2009-06-16');
    expect(respondUntilOn(expired.claim(C1))).toBeUndefined();
    const subjectEventId = expired.claim(C1).ended?.eventId ?? '';
    const letter = { type: 'ReleaseNotice', claimId: C1, subjectEventId, letterId: 'L2' } as const;
    const told = expired.after(letter, officer(), '2009-06-22');
    expect(respondUntilOn(told.claim(C1))).toBe('2009-08-03');
  });

  it('another provider’s claim does not exist, whatever version is named', () => {
    const outcome = incomplete().when({ ...complete('PAYSLIP'), ifMatch: 99 } as ClientFileCommand, provider('SAGENN'));
    expect(outcome.refusal).toEqual({ code: 'NOT_FOUND' });
    const own = incomplete().when({ ...complete('PAYSLIP'), ifMatch: 99 } as ClientFileCommand, provider());
    expect(own.refusal).toEqual({ code: 'VERSION_STALE' });
    expect(incomplete().claim(C1).changes).toBe(3);
  });
});

describe('WithdrawClaim', () => {
  it('ends the claim, and leaves room for a new one', () => {
    const file = eligible().after(withdraw, provider());
    expect(file.standing(C1).state).toBe('WITHDRAWN');
    expect(file.after(submitClaim({ claimId: C2 }), provider()).standing(C2).state).toBe('ELIGIBLE');
  });

  it('is heard when it was withdrawn before, and refused once it is approved', () => {
    expect(eligible().after(withdraw, provider()).when(withdraw, provider()).events).toEqual([]);
    expect(CLAIM_IN_STATE.APPROVED().given.when(withdraw, provider()).refusal).toEqual({
      code: 'STATE_FORBIDS',
      data: { state: 'APPROVED' },
    });
  });

  it('a withdrawn claim is decided no more', () => {
    const file = eligible().after(withdraw, provider());
    expect(file.when(relapse, benefits()).types).toEqual(['BenefitGranted']);
  });
});

describe('ExpireClaim', () => {
  const expire: ClientFileCommand = { type: 'ExpireClaim', claimId: C1 };

  it('ends an incomplete claim the day after the term, not before', () => {
    expect(incomplete().when(expire, SYSTEM, '2009-06-15').refusal).toEqual({
      code: 'TERM_NOT_PASSED',
      data: { date: '2009-06-15' },
    });
    expect(incomplete().after(expire, SYSTEM, '2009-06-16').standing(C1, '2009-06-16').state).toBe('EXPIRED');
  });

  it('never ends a claim that is complete', () => {
    expect(eligible().when(expire, SYSTEM, '2010-01-01').refusal?.code).toBe('STATE_FORBIDS');
  });
});

describe('Redetermine', () => {
  it('the day the term is full, the claim goes on by itself', () => {
    const { given: maturing } = CLAIM_IN_STATE.MATURING();
    expect(maturing.when({ type: 'Redetermine' }, SYSTEM, '2009-02-28').events).toEqual([]);
    const ripe = maturing.after({ type: 'Redetermine' }, SYSTEM, '2009-04-01');
    expect(ripe.standing(C1).state).toBe('ELIGIBLE');
    expect(ripe.claim(C1).determination?.payload.number).toBe(2);
  });

  it('asked twice, the second time nothing is recorded', () => {
    const ripe = CLAIM_IN_STATE.MATURING().given.after({ type: 'Redetermine' }, SYSTEM, '2009-04-01');
    expect(ripe.when({ type: 'Redetermine' }, SYSTEM, '2009-04-01').events).toEqual([]);
  });

  it('a fact that comes in after the day is decided on that day too', () => {
    const { given: maturing } = CLAIM_IN_STATE.MATURING();
    const outcome = maturing.when(
      { type: 'RecordFact', fact: factOf('SegmentAssessed', { segment: 'A', method: 'M', validFrom: '2009-01-01' }) },
      caseManager(),
      '2009-04-01',
    );
    expect(outcome.types).toEqual(['ClaimDetermined', 'SegmentAssessed']);
  });
});
