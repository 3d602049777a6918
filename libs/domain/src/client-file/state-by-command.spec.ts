import {
  actorIn,
  approve,
  approver2,
  C1,
  C2,
  CLAIM_IN_STATE,
  evidence,
  officer,
  orderPayment,
  provider,
  refuseApproval,
  submitClaim,
  type GivenFile,
  type RestingState,
} from '../testing/index.js';
import { SYSTEM, type Actor } from '../event.js';
import type { ClientFileCommand } from './commands.js';

/** life-cycle §3 for the commands there are: `> STATE` is accepted, anything else the refusal; `heard` records nothing. */
const COLUMNS = [
  'Submit',
  'Complete',
  'Withdraw',
  'Expire',
  'Redetermine',
  'Resolve',
  'Attribute',
  'Approve',
  'Refuse',
  'Order',
];
const NO = 'STATE_FORBIDS';
const DUPLICATE = 'DUPLICATE_SUBMISSION';
const ORDERED = 'PAYMENT_ALREADY_ORDERED';
const STALE = 'DECISION_STALE';

const TABLE: Readonly<Record<RestingState, readonly string[]>> = {
  INCOMPLETE: [DUPLICATE, '> ELIGIBLE', '> WITHDRAWN', 'TERM_NOT_PASSED', 'heard', NO, '> INCOMPLETE', NO, NO, STALE],
  MATURING: [DUPLICATE, NO, '> WITHDRAWN', NO, 'heard', NO, '> MATURING', NO, NO, STALE],
  VERIFYING: [DUPLICATE, NO, '> WITHDRAWN', NO, 'heard', NO, '> VERIFYING', NO, NO, STALE],
  IN_REVIEW: [DUPLICATE, NO, '> WITHDRAWN', NO, 'heard', '> ELIGIBLE', '> ELIGIBLE', NO, NO, STALE],
  CONTESTED: [DUPLICATE, NO, '> WITHDRAWN', NO, 'heard', NO, '> ELIGIBLE', NO, NO, STALE],
  ELIGIBLE: [DUPLICATE, NO, '> WITHDRAWN', NO, 'heard', NO, '> ELIGIBLE', '> APPROVED_1', '> IN_REVIEW', STALE],
  REJECTED: [DUPLICATE, NO, NO, NO, 'heard', NO, '> REJECTED', NO, NO, STALE],
  APPROVED_1: [
    DUPLICATE,
    NO,
    NO,
    NO,
    'heard',
    NO,
    '> ELIGIBLE',
    '> APPROVED',
    '> IN_REVIEW',
    'SECOND_APPROVAL_REQUIRED',
  ],
  APPROVED: [DUPLICATE, NO, NO, NO, 'heard', NO, '> ELIGIBLE', NO, '> IN_REVIEW', '> PAYMENT_ORDERED'],
  PAYMENT_ORDERED: [DUPLICATE, NO, NO, NO, 'heard', NO, '> PAYMENT_ORDERED', ORDERED, ORDERED, ORDERED],
  PAID: [DUPLICATE, NO, NO, NO, 'heard', NO, '> PAID', ORDERED, ORDERED, ORDERED],
  IN_OBJECTION: [DUPLICATE, NO, NO, NO, 'heard', NO, '> IN_OBJECTION', NO, NO, STALE],
  CLAWBACK_PROPOSED: [DUPLICATE, NO, NO, NO, 'heard', NO, '> CLAWBACK_PROPOSED', NO, NO, STALE],
  CLAWBACK_DECIDED: [DUPLICATE, NO, NO, NO, 'heard', NO, '> CLAWBACK_DECIDED', NO, NO, STALE],
  RECOVERED: [DUPLICATE, NO, NO, NO, 'heard', NO, '> RECOVERED', NO, NO, STALE],
  WITHDRAWN: ['> ELIGIBLE', NO, 'heard', NO, 'heard', NO, NO, NO, NO, NO],
  EXPIRED: ['> INCOMPLETE', NO, NO, NO, 'heard', NO, NO, NO, NO, NO],
  CLOSED: [DUPLICATE, NO, NO, NO, 'heard', NO, NO, NO, NO, NO],
};

const about = { claimId: C1 };
const asked = (column: string, file: GivenFile, state: string): readonly [ClientFileCommand, Actor] => {
  switch (column) {
    case 'Submit':
      return [submitClaim({ claimId: C2 }), provider()];
    case 'Complete':
      return [{ type: 'CompleteClaim', ...about, evidence: [evidence('PAYSLIP')] }, provider()];
    case 'Withdraw':
      return [{ type: 'WithdrawClaim', ...about, reason: 'MISTAKE' }, provider()];
    case 'Expire':
      return [{ type: 'ExpireClaim', ...about }, SYSTEM];
    case 'Redetermine':
      return [{ type: 'Redetermine' }, SYSTEM];
    case 'Resolve': {
      const codes = ['NO_CONTRIBUTION_EVIDENCE'];
      return [{ type: 'ResolveReview', ...about, codes, result: 'CLOSED', grounds: 'SEEN' }, officer(5)];
    }
    case 'Attribute':
      return [{ type: 'DecideAttribution', jobId: 'j1', shares: { PASWERK: 10_000 }, grounds: 'HEARD' }, officer(6)];
    case 'Approve':
      return [approve(file), state === 'APPROVED_1' ? approver2() : officer(2)];
    case 'Refuse':
      return [refuseApproval(file), officer(2)];
    default:
      return [orderPayment(file), actorIn('SYSTEM')];
  }
};

describe('What each state of a claim allows', () => {
  const cells = Object.entries(TABLE).flatMap(([state, row]) =>
    row.map((expected, index) => ({ state: state as RestingState, column: COLUMNS[index] ?? '', expected })),
  );

  it.each(Object.keys(TABLE) as RestingState[])('a claim can rest in %s', (state) => {
    const { given: file, today } = CLAIM_IN_STATE[state]();
    expect(file.standing(C1, today).state).toBe(state);
  });

  it.each(cells)('$state, $column: $expected', ({ state, column, expected }) => {
    const { given: file, today } = CLAIM_IN_STATE[state]();
    const [command, actor] = asked(column, file, state);
    const outcome = file.when(command, actor, today);
    const subject = column === 'Submit' ? C2 : C1;
    const got =
      outcome.refusal?.code ??
      (outcome.events.length === 0 ? 'heard' : `> ${outcome.given.standing(subject, today).state}`);
    expect(got).toBe(expected);
  });
});
