import { C1, CLAIM_IN_STATE, officer, refuseApproval, RIPE, type RestingState } from '../../testing/index.js';
import { dayOf } from '../../values/calendar-date.js';
import { whoseTurn } from './whose-turn.js';

describe('Whose turn it is', () => {
  it.each([
    ['ELIGIBLE', 'OFFICER', []],
    ['APPROVED_1', 'APPROVER2', ['officer-1']],
    ['APPROVED', 'OFFICER', ['approver2-1', 'officer-1']],
    ['CLAWBACK_PROPOSED', 'APPROVER2', ['approver2-1', 'officer-1', 'officer-8', 'officer-9']],
    ['IN_OBJECTION', 'APPROVER2', ['officer-5']],
  ] satisfies [RestingState, string, string[]][])('%s: an %s who is not of %j', (state, role, barred) => {
    const { given, today } = CLAIM_IN_STATE[state]();
    expect(whoseTurn(given.file, given.claim(C1), { today: dayOf(today) })).toEqual({ role, barred });
  });

  it('a claim that waits for a date waits for nobody', () => {
    const { given, today } = CLAIM_IN_STATE.MATURING();
    expect(whoseTurn(given.file, given.claim(C1), { today: dayOf(today) })).toBeUndefined();
  });

  it('who lifted a refused approval judged nothing, and may approve', () => {
    const { given } = CLAIM_IN_STATE.ELIGIBLE();
    const refused = given.after(refuseApproval(given), officer(1));
    const lift = { type: 'ResolveReview', claimId: C1, codes: ['APPROVAL_REFUSED'], result: 'CLOSED' } as const;
    const lifted = refused.after({ ...lift, grounds: 'SEEN' }, officer(2));
    expect(whoseTurn(lifted.file, lifted.claim(C1), { today: dayOf(RIPE) })?.barred).not.toContain(officer(2).id);
  });
});
