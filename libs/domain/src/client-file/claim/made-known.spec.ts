import {
  C1,
  CLAIM_IN_STATE,
  clawbackOf,
  officer,
  releaseNotice,
  settleClawback,
  finance,
  type GivenFile,
} from '../../testing/index.js';
import { madeKnown } from './made-known.js';

const known = (given: GivenFile) => madeKnown(given.file, given.claim(C1));
const released = (given: GivenFile, subjectEventId: string, today: string): GivenFile =>
  given.after({ ...releaseNotice(given), subjectEventId } as ReturnType<typeof releaseNotice>, officer(5), today);

it('is that money is asked back, from the letter on, and then that it was decided', () => {
  expect(known(CLAIM_IN_STATE.PAID().given)).toEqual([]);
  const { given: decided, today } = CLAIM_IN_STATE.CLAWBACK_DECIDED();
  expect(known(CLAIM_IN_STATE.CLAWBACK_PROPOSED().given)).toEqual(['CLAWBACK_PROPOSED']);
  expect(known(decided)).toEqual(['CLAWBACK_PROPOSED']);
  const told = released(decided, clawbackOf(decided).decision?.eventId ?? '', today);
  expect(known(told)).toEqual(['CLAWBACK_PROPOSED', 'CLAWBACK_DECIDED']);
  expect(known(told.after(settleClawback(told), finance(), today))).toEqual([]);
});

it('is that the claim expired, once a letter said so', () => {
  const { given: expired, today } = CLAIM_IN_STATE.EXPIRED();
  expect(known(expired)).toEqual([]);
  expect(known(released(expired, expired.claim(C1).ended?.eventId ?? '', today))).toEqual(['EXPIRED']);
});
