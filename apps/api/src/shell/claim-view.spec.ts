import { dayOf } from '@uitkomst/domain';
import { C1, CLAIM_IN_STATE, officer, refuseApproval, RIPE, type GivenFile } from '@uitkomst/domain/testing';
import { staffClaim } from './claim-view.js';

const openReasons = (given: GivenFile): string[] =>
  staffClaim(given.file, given.claim(C1), dayOf(RIPE))
    .reasons.filter(({ kind }) => kind === 'OPEN')
    .map(({ code }) => code);

test('a refused approval is an open reason for staff, which another officer can answer until it is lifted', () => {
  const { given } = CLAIM_IN_STATE.ELIGIBLE();
  expect(openReasons(given)).toEqual([]);
  const refused = given.after(refuseApproval(given), officer(1));
  expect(openReasons(refused)).toEqual(['APPROVAL_REFUSED']);
  const codes = openReasons(refused);
  const lifted = refused.after(
    { type: 'ResolveReview', claimId: C1, codes, result: 'CLOSED', grounds: 'SEEN_IN_FILE' },
    officer(2),
  );
  expect(openReasons(lifted)).toEqual([]);
});
