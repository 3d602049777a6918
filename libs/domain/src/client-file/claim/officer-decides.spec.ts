import {
  approve,
  approver2,
  C1,
  CLAIM_IN_STATE,
  contract,
  factOf,
  given,
  lastingOutflow,
  officer,
  provider,
  refuseApproval,
  registry,
  relapse,
  benefits,
  releaseNotice,
  seen,
  submitClaim,
  fact,
  termsWith,
  type GivenFile,
} from '../../testing/index.js';
import { withAmendment } from '../../contracts-and-tariffs/contract-on-day.js';
import { SYSTEM } from '../../event.js';
import type { ClientFileCommand } from '../commands.js';

const resolve = (codes: readonly string[], result: 'CLOSED' | 'FAILED' = 'CLOSED'): ClientFileCommand => ({
  type: 'ResolveReview',
  claimId: C1,
  codes,
  result,
  grounds: 'SEEN_IN_FILE',
});
const inReview = () => CLAIM_IN_STATE.IN_REVIEW().given;
const unprovenPast = () => [
  ...lastingOutflow().filter(({ type }) => type !== 'PlacementStarted'),
  fact(
    'PlacementStarted',
    { jobId: 'j1', employerId: 'BEVEILIGER', form: 'REGULAR', validFrom: '2008-09-01' },
    provider(),
  ),
];
const unproven = () => given(...unprovenPast()).after(submitClaim(), provider());

const disputed = (contribution: 'NONE' | 'ASSISTED') =>
  ({ type: 'RecordFact', fact: factOf('ClientStatement', { jobId: 'j1', contribution }) }) as const;
const refused = (): GivenFile => {
  const file = CLAIM_IN_STATE.APPROVED_1().given;
  return file.after(refuseApproval(file), approver2());
};
const decide = (shares: Readonly<Record<string, number>>, ifMatch?: number): ClientFileCommand => ({
  type: 'DecideAttribution',
  jobId: 'j1',
  shares,
  grounds: 'HEARD_BOTH',
  ...(ifMatch !== undefined && { ifMatch }),
});
const contested = () => CLAIM_IN_STATE.CONTESTED().given;
const rejected = () => CLAIM_IN_STATE.REJECTED().given;

describe('ResolveReview', () => {
  it('closes an open code, with the rule and the evidence it was open on', () => {
    const outcome = inReview().when(resolve(['NO_CONTRIBUTION_EVIDENCE']), officer());
    expect(outcome.types).toEqual(['ReviewResolved', 'ClaimDetermined']);
    expect(outcome.events[0]).toMatchObject({
      payload: {
        codes: [{ rule: 'R32', code: 'NO_CONTRIBUTION_EVIDENCE' }],
        determinationId: seen(inReview()).determinationId,
      },
    });
    expect(outcome.given.standing(C1).state).toBe('ELIGIBLE');
  });

  it('turns it into a failing one', () => {
    const file = inReview().after(resolve(['NO_CONTRIBUTION_EVIDENCE'], 'FAILED'), officer());
    expect(file.claim(C1).determination?.payload).toMatchObject({
      outcome: 'REJECTED',
      fail: ['NO_CONTRIBUTION_EVIDENCE'],
    });
  });

  it('lapses when a fact that the rule read changes', () => {
    const manager = { id: 'casemgr-1', role: 'CASEMGR', orgId: 'haarlem' } as const;
    const closed = given(...lastingOutflow())
      .after(disputed('NONE'), manager)
      .after(submitClaim(), provider())
      .after(resolve(['CLIENT_DISPUTES_CONTRIBUTION']), officer());
    expect(closed.standing(C1).state).toBe('ELIGIBLE');
    expect(closed.after(disputed('NONE'), manager).standing(C1).state).toBe('IN_REVIEW');
  });

  it('answers what the rule rests on by then, where more was told since it was decided', () => {
    const manager = { id: 'casemgr-1', role: 'CASEMGR', orgId: 'haarlem' } as const;
    const disputedTwice = given(...lastingOutflow())
      .after(disputed('NONE'), manager)
      .after(submitClaim(), provider())
      .after(disputed('NONE'), manager);
    const outcome = disputedTwice.when(resolve(['CLIENT_DISPUTES_CONTRIBUTION']), officer());
    expect(outcome.types).toEqual(['ClaimDetermined', 'ReviewResolved', 'ClaimDetermined']);
    expect(outcome.given.standing(C1).state).toBe('ELIGIBLE');
  });

  it('holds while other facts come in', () => {
    const closed = inReview().after(resolve(['NO_CONTRIBUTION_EVIDENCE']), officer());
    const other = factOf('PlacementConfirmed', { jobId: 'j1' });
    expect(closed.when({ type: 'RecordFact', fact: other }, registry()).types).toEqual(['PlacementConfirmed']);
  });

  it.each([
    ['a code that is not open', 'EMPLOYER_AFFILIATED'],
    ['a code that answers itself in time', 'NOT_YET_MATURE'],
    ['a refusal there was not', 'APPROVAL_REFUSED'],
  ])('never closes %s', (_what, code) => {
    const outcome = inReview().when(resolve(['NO_CONTRIBUTION_EVIDENCE', code]), officer());
    expect(outcome.refusal).toEqual({ code: 'CODE_NOT_RESOLVABLE', data: { code } });
  });

  it('a job nobody proved may be failed only after proof was asked for and the term passed', () => {
    const failIt = resolve(['EMPLOYMENT_UNVERIFIED'], 'FAILED');
    expect(unproven().when(failIt, officer()).refusal?.code).toBe('TERM_NOT_PASSED');
    const asked = unproven().after(releaseNotice(unproven()), officer());
    expect(asked.stream.at(-1)).toMatchObject({ payload: { kind: 'REVIEW', termUntilOn: '2009-06-15' } });
    expect(asked.when(failIt, officer(), '2009-06-15').refusal?.code).toBe('TERM_NOT_PASSED');
    expect(asked.after(failIt, officer(), '2009-06-16').standing(C1).state).toBe('REJECTED');
  });

  it('that another piece of evidence was asked for is no request for this one', () => {
    const failIt = resolve(['EMPLOYMENT_UNVERIFIED'], 'FAILED');
    const incomplete = given(...unprovenPast())
      .under(termsWith({ parameters: { requiredEvidence: ['PAYSLIP'] } }))
      .after(submitClaim(), provider());
    expect(incomplete.stream.at(-1)).toMatchObject({ payload: { kind: 'INCOMPLETE', termUntilOn: '2009-06-15' } });
    const payslip = { id: seen(incomplete).determinationId, kind: 'PAYSLIP' as const, sha256: '0'.repeat(64) };
    const complete = incomplete.after({ type: 'CompleteClaim', claimId: C1, evidence: [payslip] }, provider());
    expect(complete.when(failIt, officer(), '2009-06-16').refusal?.code).toBe('TERM_NOT_PASSED');
    const asked = complete.after(releaseNotice(complete), officer(), '2009-06-16');
    expect(asked.when(failIt, officer(), '2009-07-28').refusal?.code).toBe('TERM_NOT_PASSED');
    expect(asked.after(failIt, officer(), '2009-07-29').standing(C1).state).toBe('REJECTED');
  });

  it('what was proven since it was asked for is asked for anew', () => {
    const failIt = resolve(['EMPLOYMENT_UNVERIFIED'], 'FAILED');
    const asked = unproven().after(releaseNotice(unproven()), officer());
    const proven = asked.after({ type: 'RecordFact', fact: factOf('PlacementConfirmed', { jobId: 'j1' }) }, registry());
    expect(proven.standing(C1).state).toBe('ELIGIBLE');
    const targetEventId = proven.stream.find(({ type }) => type === 'PlacementConfirmed')?.id ?? '';
    const again = proven.after({ type: 'RetractFact', targetEventId, reason: 'WRONG_PERSON' }, registry());
    expect(again.when(failIt, officer(), '2009-06-16').refusal?.code).toBe('TERM_NOT_PASSED');
  });

  it('an officer vouches for a job, not for there being one', () => {
    const jobless = given(...lastingOutflow().filter(({ type }) => type !== 'PlacementStarted')).after(
      submitClaim(),
      provider(),
    );
    expect(jobless.when(resolve(['EMPLOYMENT_UNVERIFIED']), officer()).refusal?.code).toMatch(
      /CODE_NOT_RESOLVABLE|STATE_FORBIDS/,
    );
  });
});

describe('RefuseApproval', () => {
  it('holds the claim in review on that determination', () => {
    expect(refused().standing(C1).state).toBe('IN_REVIEW');
    expect(refused().when(approve(refused()), officer(3)).refusal?.code).toBe('STATE_FORBIDS');
  });

  it('is lifted by another officer, not by who refused', () => {
    const byOfficer = CLAIM_IN_STATE.ELIGIBLE().given;
    const held = byOfficer.after(refuseApproval(byOfficer), officer(4));
    expect(held.when(resolve(['APPROVAL_REFUSED']), officer(4)).refusal?.code).toBe('SEPARATION_OF_DUTIES');
    expect(held.when(resolve(['APPROVAL_REFUSED'], 'FAILED'), officer(5)).refusal?.code).toBe('CODE_NOT_RESOLVABLE');
    expect(held.after(resolve(['APPROVAL_REFUSED']), officer(5)).standing(C1).state).toBe('ELIGIBLE');
  });

  it('ends with the decision it was about', () => {
    const turned = refused().after(relapse, benefits());
    expect(turned.standing(C1).state).toBe('REJECTED');
    expect(turned.claim(C1).refusal).toBeUndefined();
  });
});

describe('DecideAttribution', () => {
  it('decides every claim of the outflow again in one append', () => {
    const file = contested().after(
      submitClaim({ claimId: `${C1}b`, providerId: 'SAGENN', trajectId: 't2' }),
      provider('SAGENN'),
    );
    const outcome = file.when(decide({ PASWERK: 10_000 }), officer());
    expect(outcome.types).toEqual(['AttributionDecided', 'ClaimDetermined', 'ClaimDetermined']);
    expect(outcome.given.standing(`${C1}b`).state).toBe('REJECTED');
  });

  it('shares are of the whole, among providers who had a traject of this client', () => {
    expect(contested().when(decide({ PASWERK: 9_999 }), officer()).refusal?.code).toBe('SHARES_INVALID');
    expect(contested().when(decide({ PASWERK: 5_000, RANDSTAD: 5_000 }), officer()).refusal).toEqual({
      code: 'UNKNOWN_REFERENCE',
      data: { field: 'shares.RANDSTAD' },
    });
  });

  it('so may who took the place of such a provider', () => {
    const base = contract('K1', 'PASWERK');
    const told = { contractId: 'K1', providerId: 'NIEUWWERK', validFrom: '2009-01-01' };
    const takenOver = withAmendment(base, { id: '0196b000-0000-7000-8000-000000000001', payload: told });
    const file = contested().under(termsWith({ contracts: [takenOver] }));
    expect(file.when(decide({ NIEUWWERK: 10_000 }), officer()).refusal).toBeUndefined();
  });

  it('is decided on what the officer saw', () => {
    const once = contested().after(decide({ PASWERK: 10_000 }, 0), officer());
    expect(once.when(decide({ SAGENN: 10_000 }, 0), officer()).refusal?.code).toBe('VERSION_STALE');
    expect(once.after(decide({ SAGENN: 10_000 }, 1), officer()).standing(C1).state).toBe('REJECTED');
  });

  it('needs a live claim on the job, by whatever id', () => {
    const file = given(...lastingOutflow());
    expect(file.when(decide({ PASWERK: 10_000 }), officer()).refusal?.code).toBe('STATE_FORBIDS');
    const unknown = { ...decide({ PASWERK: 10_000 }), jobId: 'j9' } as ClientFileCommand;
    expect(file.when(unknown, officer()).refusal).toEqual({ code: 'UNKNOWN_REFERENCE', data: { field: 'jobId' } });
  });
});

describe('ReleaseNotice', () => {
  it('a negative decision goes out by an officer, once it stood unchanged for five days', () => {
    expect(rejected().when(releaseNotice(rejected()), officer(), '2009-05-08').refusal).toEqual({
      code: 'TERM_NOT_PASSED',
      data: { date: '2009-05-09' },
    });
    const outcome = rejected().when(releaseNotice(rejected()), officer(), '2009-05-09');
    expect(outcome.events).toMatchObject([
      { payload: { kind: 'REJECTED', notifiedOn: '2009-05-09', termUntilOn: '2009-06-20' } },
    ]);
  });

  it('goes out once', () => {
    const sent = rejected().after(releaseNotice(rejected()), officer(), '2009-05-09');
    expect(sent.when(releaseNotice(rejected()), officer(2), '2009-05-10')).toMatchObject({ events: [], types: [] });
  });

  it('a letter has one number: the next decision goes by another', () => {
    const sent = rejected().after(releaseNotice(rejected()), officer(), '2009-05-09');
    const other = factOf('BenefitGranted', { benefitId: 'b9', kind: 'WW', validFrom: '2009-01-05' });
    const turned = sent.after({ type: 'RecordFact', fact: other }, benefits(), '2009-05-10');
    expect(turned.when(releaseNotice(turned), officer(), '2009-06-10').refusal).toEqual({
      code: 'ID_REUSED',
      data: { field: 'letterId' },
    });
  });

  it('a positive decision need not wait, and what waits for a date is not sent at all', () => {
    const eligible = CLAIM_IN_STATE.ELIGIBLE().given;
    expect(eligible.when(releaseNotice(eligible), officer()).events).toMatchObject([{ payload: { kind: 'POSITIVE' } }]);
    const { given: maturing, today } = CLAIM_IN_STATE.MATURING();
    expect(maturing.when(releaseNotice(maturing), officer(), today).refusal?.code).toBe('STATE_FORBIDS');
  });

  it('less than was claimed is a negative decision too', () => {
    const reduced = given(...lastingOutflow()).after(submitClaim({ cents: 400_000 }), provider());
    expect(reduced.when(releaseNotice(reduced), officer()).refusal?.code).toBe('TERM_NOT_PASSED');
    expect(reduced.when(releaseNotice(reduced), officer(), '2009-05-09').events).toMatchObject([
      { payload: { kind: 'REDUCED' } },
    ]);
  });

  it('an outdated decision is not sent: the officer is shown the new one', () => {
    const file = CLAIM_IN_STATE.ELIGIBLE().given;
    const turned = file.after(relapse, benefits());
    expect(turned.when(releaseNotice(file), officer(), '2009-06-01').refusal?.code).toBe('DECISION_STALE');
  });

  it('that a claim expired is notified as such', () => {
    const { given: expired, today } = CLAIM_IN_STATE.EXPIRED();
    const notice = {
      ...releaseNotice(expired),
      subjectEventId: expired.claim(C1).ended?.eventId ?? '',
    } as ClientFileCommand;
    expect(expired.when(notice, officer(), today).events).toMatchObject([{ payload: { kind: 'EXPIRED' } }]);
    expect(expired.when(releaseNotice(expired), officer(), today).refusal?.code).toBe('STATE_FORBIDS');
    expect(expired.when(notice, SYSTEM, today).refusal?.code).toBe('ROLE_MAY_NOT_RECORD');
  });
});
