import { C1, CLAIM_IN_STATE, fileObjection, officer, provider } from '@uitkomst/domain/testing';
import { dueDay } from './for-attention.js';
import { openObjection } from './open-business.js';

test('of an expired claim that is objected to, the term is that of the objection, not the one that was missed', () => {
  const expired = CLAIM_IN_STATE.EXPIRED().given;
  const subjectEventId = expired.claim(C1).ended?.eventId ?? '';
  const letter = { type: 'ReleaseNotice', claimId: C1, subjectEventId, letterId: 'L2' } as const;
  const told = expired.after(letter, officer(), '2009-06-29');
  const objected = told.after(fileObjection(told, subjectEventId), provider(), '2009-06-29');
  const due = (file: typeof told) =>
    dueDay(file.claim(C1), { clawback: undefined, objection: openObjection(file.file, file.claim(C1)) });
  expect([due(told), due(objected)]).toEqual([undefined, '2009-09-21']);
});
