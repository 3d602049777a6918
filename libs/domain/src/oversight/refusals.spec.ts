import { accept } from '../decider.js';
import { SYSTEM } from '../event.js';
import { given } from '../testing/small-decider.js';
import { isKeptRefusal, REFUSALS_A_DAY_MAX, refusalsDecider, type RefusalEvent } from './refusals.js';

const refusal = { command: 'Approve', code: 'SEPARATION_OF_DUTIES', subject: 'officer-1' } as const;
const refused: RefusalEvent = { type: 'RefusalRecorded', payload: refusal };
const often = (times: number) => given(refusalsDecider, ...Array.from({ length: times }, () => refused));
const command = { type: 'RecordRefusal', refusal } as const;
/** The day on which the specs' past was recorded. */
const THAT_DAY = '2009-03-01';

it('records what was refused to whom', () => {
  expect(often(0).when(command, SYSTEM)).toEqual(accept(refused));
});
it('records every attempt up to a number a day, and no more', () => {
  expect(often(REFUSALS_A_DAY_MAX - 1).when(command, SYSTEM, THAT_DAY)).toEqual(accept(refused));
  expect(often(REFUSALS_A_DAY_MAX).when(command, SYSTEM, THAT_DAY)).toEqual(accept());
});
it('begins anew on the next day', () => {
  expect(often(REFUSALS_A_DAY_MAX).when(command, SYSTEM, '2009-03-02')).toEqual(accept(refused));
});
it.each(['Approve', 'RefuseApproval', 'ReleaseBatch', 'DecideClawback', 'WriteOffClawback', 'DecideObjection'])(
  '%s refused for the separation of duties, a stale decision or a role is kept',
  (decision) => {
    for (const code of ['SEPARATION_OF_DUTIES', 'DECISION_STALE', 'SECOND_APPROVAL_REQUIRED', 'ROLE_MAY_NOT_RECORD'])
      expect(isKeptRefusal(decision, code)).toBe(true);
  },
);
it('what decides nothing, or was innocent, is not kept', () => {
  expect(isKeptRefusal('SubmitClaim', 'DUPLICATE_SUBMISSION')).toBe(false);
  expect(isKeptRefusal('Approve', 'NOT_FOUND')).toBe(false);
  expect(isKeptRefusal('Approve', 'VERSION_STALE')).toBe(false);
});
