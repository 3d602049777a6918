import {
  applicationStarted,
  approve,
  approver2,
  benefits,
  C1,
  C2,
  CLAIM_IN_STATE,
  contract,
  fact,
  given,
  lastingOutflow,
  officer,
  placementStarted,
  provider,
  registry,
  relapse,
  submitClaim,
  termsWith,
  type GivenFile,
} from '../../testing/index.js';
import { SYSTEM } from '../../event.js';

const eligible = () => CLAIM_IN_STATE.ELIGIBLE().given;
const under = (fourEyesThresholdCents: number): GivenFile =>
  given(...lastingOutflow())
    .under(termsWith({ contracts: [contract('K1', 'PASWERK', { fourEyesThresholdCents })] }))
    .after(submitClaim(), provider());

const reported = (by: Parameters<typeof fact>[2]) =>
  given(...lastingOutflow(), fact('ExternalClaimReported', { funder: 'UWV', jobId: 'j1', status: 'REPORTED' }, by))
    .after(submitClaim(), provider())
    .after(
      {
        type: 'ResolveReview',
        claimId: C1,
        codes: ['CLAIMED_WITH_OTHER_FUNDER'],
        result: 'CLOSED',
        grounds: 'ASKED',
      },
      officer(5),
    );

describe('Approve', () => {
  it('an officer approves on the decision seen; from the threshold on a second person approves too', () => {
    const outcome = eligible().when(approve(eligible()), officer());
    expect(outcome.events).toMatchObject([
      {
        type: 'ApprovalGiven',
        payload: { step: 1, sufficient: false, entitlementCents: 300_000, approvedOn: '2009-05-04' },
      },
    ]);
    const second = outcome.given.when(approve(outcome.given), approver2());
    expect(second.events).toMatchObject([{ payload: { step: 2, sufficient: true } }]);
    expect(second.given.standing(C1).state).toBe('APPROVED');
  });

  it('below the threshold of the contract one approval is enough, at it two are needed', () => {
    const states = [300_001, 300_000].map((threshold) => {
      const file = under(threshold);
      return file.after(approve(file), officer()).standing(C1).state;
    });
    expect(states).toEqual(['APPROVED', 'APPROVED_1']);
  });

  it('splitting one outflow over claims doesn’t keep a provider below the threshold', () => {
    const file = given(
      ...lastingOutflow(),
      placementStarted({ jobId: 'j2', employerId: 'BAKKER' }),
      applicationStarted({ jobId: 'j2' }),
    )
      .under(termsWith({ contracts: [contract('K1', 'PASWERK', { fourEyesThresholdCents: 500_000 })] }))
      .after(submitClaim(), provider())
      .after(submitClaim({ claimId: C2, jobId: 'j2' }), provider());
    const one = file.after(approve(file), officer());
    expect(one.standing(C1).state).toBe('APPROVED');
    expect(one.after(approve(one, C2), officer()).standing(C2).state).toBe('APPROVED_1');
  });

  it('the second person is another one, and holds that role', () => {
    const one = eligible().after(approve(eligible()), officer(1));
    const twice = { ...approver2(), id: 'officer-1' };
    expect(one.when(approve(one), twice).refusal?.code).toBe('SEPARATION_OF_DUTIES');
    expect(one.when(approve(one), officer(2)).refusal?.code).toBe('SECOND_APPROVAL_REQUIRED');
    expect(eligible().when(approve(eligible()), approver2()).refusal?.code).toBe('ROLE_MAY_NOT_RECORD');
    const unnoticed = eligible().under(
      termsWith({ contracts: [contract('K1', 'PASWERK', { cents: 200_000 })], revision: 1 }),
    );
    const early = unnoticed.when(approve(eligible()), approver2());
    expect(early).toMatchObject({ refusal: { code: 'ROLE_MAY_NOT_RECORD' }, types: [] });
  });

  it('who confirmed the self-employment or reported another funder doesn’t approve; a case manager’s report binds nobody', () => {
    const byOfficer = reported(officer(3));
    expect(byOfficer.when(approve(byOfficer), officer(3)).refusal?.code).toBe('SEPARATION_OF_DUTIES');
    const byManager = reported({ id: 'both', role: 'CASEMGR', orgId: 'haarlem' });
    expect(byManager.when(approve(byManager), { id: 'both', role: 'OFFICER', orgId: 'haarlem' }).types).toEqual([
      'ApprovalGiven',
    ]);
    expect(reported(registry()).standing(C1).state).toBe('ELIGIBLE');
  });

  it('a report that was taken back binds nobody any more', () => {
    const byOfficer = reported(officer(3));
    const targetEventId = byOfficer.stream.find(({ type }) => type === 'ExternalClaimReported')?.id ?? '';
    const file = byOfficer.after({ type: 'RetractFact', targetEventId, reason: 'WRONG_PERSON' }, benefits());
    expect(file.when(approve(file), officer(3)).types).toEqual(['ApprovalGiven']);
  });

  it('who paid on an earlier decision may approve the one that came after it', () => {
    const paidFirst = CLAIM_IN_STATE.PAID().given; // Released by officer 9.
    const dearer = termsWith({ contracts: [contract('K1', 'PASWERK', { cents: 350_000 })], revision: 1 });
    const more = paidFirst.under(dearer).after({ type: 'Redetermine' }, SYSTEM);
    expect(more.when(approve(more), officer(9)).types).toEqual(['ApprovalGiven']);
  });

  it('a decision that changed since is stale, and the approver is shown the new one', () => {
    const turned = eligible().after(relapse, benefits());
    expect(turned.when(approve(eligible()), officer()).refusal?.code).toBe('DECISION_STALE');
    const targetEventId = turned.file.facts.at(-1)?.id ?? '';
    const back = turned.after({ type: 'RetractFact', targetEventId, reason: 'WRONG_PERSON' }, benefits());
    expect(back.when(approve(eligible()), officer()).refusal?.code).toBe('DECISION_STALE'); // Though it says the same again.
    const unnoticed = eligible().and({ ...relapse.fact, by: benefits() });
    const outcome = unnoticed.when(approve(eligible()), officer());
    expect(outcome).toMatchObject({ refusal: { code: 'DECISION_STALE' }, types: ['ClaimDetermined'] });
    expect(outcome.given.standing(C1).state).toBe('REJECTED');
  });

  it('other terms make the decision another one, even if nobody swept yet', () => {
    const cheaper = eligible().under(
      termsWith({ contracts: [contract('K1', 'PASWERK', { cents: 200_000 })], revision: 1 }),
    );
    const outcome = cheaper.when(approve(cheaper), officer());
    expect(outcome.refusal?.code).toBe('DECISION_STALE');
    expect(outcome.given.claim(C1).determination?.payload.cents).toBe(200_000);
  });

  it('what was approved once is not approved again', () => {
    const file = CLAIM_IN_STATE.APPROVED().given;
    expect(file.when(approve(file), officer(7)).refusal).toEqual({
      code: 'STATE_FORBIDS',
      data: { state: 'APPROVED' },
    });
  });
});
