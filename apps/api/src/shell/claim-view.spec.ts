import { dayOf } from '@uitkomst/domain';
import { C1, CLAIM_IN_STATE, officer, refuseApproval, RIPE, type GivenFile } from '@uitkomst/domain/testing';
import { memoryLedger } from '@uitkomst/ledger';
import { readClientFile, type ReadFile } from '@uitkomst/projections';
import { determined, notified, record, submitted, type Told } from '@uitkomst/projections/testing';
import { ownClaim, shownChanges, staffClaim } from './claim-view.js';

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

const ANJA = 'aaaaaaaaaaaaa';
const CLAIM = `${ANJA}.a`;
const STREAM = `client-0392-${ANJA}`;

function office() {
  const ledger = memoryLedger();
  const tell = async (...events: Told[]): Promise<string> => {
    const recorded = await record(ledger, STREAM, ...events);
    return recorded.at(-1)?.id ?? '';
  };
  const own = async () => {
    const read: ReadFile = await readClientFile(ledger, STREAM);
    const claim = read.file.claims.get(CLAIM);
    if (claim === undefined) throw new Error('no claim');
    return { view: ownClaim(read, claim), changes: shownChanges(read.file, claim) };
  };
  return { tell, own };
}

test('that the client’s own objection was answered shows nowhere in the claim its provider reads, nor in its version', async () => {
  const { tell, own } = office();
  await tell(submitted(CLAIM, 'SAGENN'));
  const about = await tell(determined(CLAIM, 'CLAWBACK', { fail: ['CLAIM_LATE'] }));
  await tell(notified(CLAIM, { kind: 'REJECTED', about, termUntilOn: '2026-04-21' }));
  const objectionId = `${ANJA}.o`;
  const filed = { claimId: CLAIM, objectionId, subjectEventId: about, filedOn: '2026-03-20', late: false };
  const answer = { claimId: CLAIM, objectionId, outcome: 'DISMISSED', setAside: [], grounds: 'NOTHING_NEW' };
  await tell({ type: 'ObjectionFiled', payload: { ...filed, by: 'CLIENT' } });
  const decision = await tell({ type: 'ObjectionDecided', payload: { ...answer, decidedOn: '2026-04-01' } });
  const before = await own();
  await tell(notified(CLAIM, { kind: 'OBJECTION_DECIDED', about: decision, termUntilOn: '2026-05-21' }));
  expect(await own()).toEqual(before);
});

test('a claim that expired is another version for its provider once a letter tells so', async () => {
  const { tell, own } = office();
  await tell(submitted(CLAIM, 'SAGENN'), determined(CLAIM, 'PENDING', { open: ['EVIDENCE_MISSING'] }));
  const before = await own();
  const expired = await tell({ type: 'ClaimExpired', payload: { claimId: CLAIM, expiredOn: '2026-06-01' } });
  expect((await own()).changes).toBe(before.changes);
  await tell(notified(CLAIM, { kind: 'EXPIRED', about: expired }));
  expect((await own()).changes).toBe(before.changes + 1);
});
