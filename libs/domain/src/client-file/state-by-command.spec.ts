import {
  actorIn,
  approve,
  approver2,
  C1,
  C2,
  CLAIM_IN_STATE,
  decideObjection,
  evidence,
  fileObjection,
  finance,
  isIn,
  LIFE_CYCLE,
  officer,
  orderPayment,
  provider,
  refuseApproval,
  RIPE,
  submitClaim,
  type GivenFile,
  type Past,
  type RestingState,
} from '../testing/index.js';
import { SYSTEM, type Actor } from '../event.js';
import type { ClientFileCommand } from './commands.js';

/** What each command does, asked of a claim that rests there: `> STATE` is accepted, anything else the refusal; `heard` records nothing. */
const COLUMNS = [
  'SubmitClaim',
  'CompleteClaim',
  'Withdraw',
  'ExpireClaim',
  'Redetermine',
  'CloseClaim',
  'ResolveReview',
  'DecideAttribution',
  'Approve',
  'RefuseApproval',
  'OrderPayment',
  'ProposeClawback',
  'HearClawback',
  'DecideClawback',
  'WithdrawClawback',
  'SettleClawback',
  'WriteOffClawback',
  'FileObjection',
  'DecideObjection',
] as const;
type Column = (typeof COLUMNS)[number];

const CODE_OF: Readonly<Record<string, string>> = {
  '-': 'STATE_FORBIDS',
  dup: 'DUPLICATE_SUBMISSION',
  early: 'TERM_NOT_PASSED',
  stale: 'DECISION_STALE',
  '2nd': 'SECOND_APPROVAL_REQUIRED',
  ord: 'PAYMENT_ALREADY_ORDERED',
  none: 'NO_GROUND',
};

const ROWS: Readonly<Record<RestingState, string>> = {
  INCOMPLETE: 'dup >ELIGIBLE >WITHDRAWN early heard - - >INCOMPLETE - - stale - - - - - - >IN_OBJECTION -',
  MATURING: 'dup - >WITHDRAWN - heard - - >MATURING - - stale - - - - - - >IN_OBJECTION -',
  VERIFYING: 'dup - >WITHDRAWN - heard - - >VERIFYING - - stale - - - - - - >IN_OBJECTION -',
  IN_REVIEW: 'dup - >WITHDRAWN - heard - >ELIGIBLE >ELIGIBLE - - stale - - - - - - >IN_OBJECTION -',
  CONTESTED: 'dup - >WITHDRAWN - heard - - >ELIGIBLE - - stale - - - - - - >IN_OBJECTION -',
  ELIGIBLE: 'dup - >WITHDRAWN - heard - - >ELIGIBLE >APPROVED_1 >IN_REVIEW stale - - - - - - >IN_OBJECTION -',
  REJECTED: 'dup - - - heard early - >REJECTED - - stale - - - - - - >IN_OBJECTION -',
  APPROVED_1: 'dup - - - heard - - >ELIGIBLE >APPROVED >IN_REVIEW 2nd - - - - - - >IN_OBJECTION -',
  APPROVED: 'dup - - - heard - - >ELIGIBLE - >IN_REVIEW >PAYMENT_ORDERED - - - - - - >IN_OBJECTION -',
  PAYMENT_ORDERED: 'dup - - - heard - - >PAYMENT_ORDERED ord ord ord - - - - - - >IN_OBJECTION -',
  PAID: 'dup - - - heard early - >PAID ord ord ord none - - - - - >IN_OBJECTION -',
  IN_OBJECTION: 'dup - - - heard - - >IN_OBJECTION - - stale - - - - - - >IN_OBJECTION >REJECTED',
  CLAWBACK_PROPOSED:
    'dup - - - heard - - >CLAWBACK_PROPOSED - - stale - >CLAWBACK_PROPOSED >CLAWBACK_DECIDED >PAID - - >IN_OBJECTION -',
  CLAWBACK_DECIDED:
    'dup - - - heard - - >CLAWBACK_DECIDED - - stale - - - - >CLAWBACK_DECIDED >RECOVERED >IN_OBJECTION -',
  RECOVERED: 'dup - - - heard early - >RECOVERED - - stale - - - - - - >IN_OBJECTION -',
  WITHDRAWN: '>ELIGIBLE - heard - heard early - - - - - - - - - - - - -',
  EXPIRED: '>INCOMPLETE - - - heard early - - - - - - - - - - - >IN_OBJECTION -',
  CLOSED: 'dup - - - heard - - - - - - - - - - - - - -',
};

const about = { claimId: C1 };
/** A negative decision of some other day, that a letter made known. */
const TOLD = '00000000-0000-7000-8000-00000000ffff';
const told: Past = {
  type: 'DecisionNotified',
  payload: {
    ...about,
    kind: 'REDUCED',
    subjectEventId: TOLD,
    letterId: 'L9',
    notifiedOn: RIPE,
    termUntilOn: '2020-01-01',
  },
  by: officer(5),
};
const old = { ...about, clawbackId: `${C1}k` };
const objection = { ...about, objectionId: `${C1}p` };
/** Money asked back and let go, and an objection dismissed: over, so that nothing more can be asked of them. */
const over: readonly Past[] = [
  {
    type: 'ClawbackProposed',
    payload: { ...old, cents: 1, codes: [], proposedOn: RIPE, hearingUntilOn: '2009-05-05' },
    by: SYSTEM,
  },
  { type: 'ClawbackWithdrawn', payload: { ...old, code: 'NO_GROUND', withdrawnOn: RIPE }, by: SYSTEM },
  {
    type: 'ObjectionFiled',
    payload: { ...objection, by: 'CLIENT', subjectEventId: TOLD, filedOn: RIPE, late: false },
    by: actorIn('CLIENT'),
  },
  {
    type: 'ObjectionDecided',
    payload: { ...objection, outcome: 'DISMISSED', decidedOn: RIPE, setAside: [], grounds: 'G' },
    by: approver2(9),
  },
];

type Asked = readonly [ClientFileCommand, Actor];

function asked(column: Column, file: GivenFile, state: RestingState): Asked {
  const { clawbackId = old.clawbackId } =
    file.file.clawbacks.findLast((one) => one.state !== 'WITHDRAWN') ?? file.file.clawbacks.at(-1) ?? {};
  switch (column) {
    case 'SubmitClaim':
      return [submitClaim({ claimId: C2 }), provider()];
    case 'CompleteClaim':
      return [{ type: 'CompleteClaim', ...about, evidence: [evidence('PAYSLIP')] }, provider()];
    case 'Withdraw':
      return [{ type: 'WithdrawClaim', ...about, reason: 'MISTAKE' }, provider()];
    case 'ExpireClaim':
    case 'CloseClaim':
    case 'ProposeClawback':
      return [{ type: column, ...about }, SYSTEM];
    case 'Redetermine':
      return [{ type: 'Redetermine' }, SYSTEM];
    case 'ResolveReview': {
      const codes = ['NO_CONTRIBUTION_EVIDENCE'];
      return [{ type: 'ResolveReview', ...about, codes, result: 'CLOSED', grounds: 'SEEN' }, officer(5)];
    }
    case 'DecideAttribution':
      return [{ type: 'DecideAttribution', jobId: 'j1', shares: { PASWERK: 10_000 }, grounds: 'HEARD' }, officer(6)];
    case 'Approve':
      return [approve(file), state === 'APPROVED_1' ? approver2() : officer(2)];
    case 'RefuseApproval':
      return [refuseApproval(file), officer(2)];
    case 'OrderPayment':
      return [orderPayment(file), SYSTEM];
    case 'HearClawback':
      return [{ type: 'HearClawback', clawbackId, position: 'DISPUTES' }, provider()];
    case 'DecideClawback':
    case 'WithdrawClawback':
      return [{ type: column, clawbackId, grounds: 'SEEN' }, approver2(8)];
    case 'SettleClawback':
      return [{ type: 'SettleClawback', clawbackId, method: 'INVOICE', cents: 100, settledOn: RIPE }, finance()];
    case 'WriteOffClawback':
      return [{ type: 'WriteOffClawback', clawbackId }, approver2(8)];
    case 'FileObjection':
      return [fileObjection(file, TOLD, `${C1}q`), provider()];
    case 'DecideObjection': {
      const open = file.file.objections.find((one) => one.state === 'OPEN');
      return [{ ...decideObjection('DISMISSED'), objectionId: open?.objectionId ?? `${C1}p` } as never, approver2(8)];
    }
    default:
      return column satisfies never;
  }
}

/** What comes of asking: where the claim then rests, or the code of the refusal. */
function answerTo(column: Column, state: RestingState, ...and: readonly Past[]): string {
  const { given: resting, today } = CLAIM_IN_STATE[state]();
  const file = resting.and(...over, ...and);
  const [command, actor] = asked(column, file, state);
  const outcome = file.when(command, actor, today);
  if (outcome.refusal !== undefined) return outcome.refusal.code;
  const subject = column === 'SubmitClaim' ? C2 : C1;
  return outcome.events.length === 0 ? 'heard' : `> ${outcome.given.standing(subject, today).state}`;
}

describe('What each state of a claim allows', () => {
  const states = Object.keys(ROWS) as RestingState[];
  const cells = states.flatMap((state) =>
    ROWS[state].split(' ').map((text, index) => ({
      state,
      column: COLUMNS[index] ?? 'SubmitClaim',
      expected: text.startsWith('>') ? `> ${text.slice(1)}` : (CODE_OF[text] ?? text),
    })),
  );

  it.each(states)('a claim can rest in %s', (state) => {
    const { given: file, today } = CLAIM_IN_STATE[state]();
    expect(file.standing(C1, today).state).toBe(state);
    expect(ROWS[state].split(' ')).toHaveLength(COLUMNS.length);
  });

  it.each(cells)('$state, $column: $expected', ({ state, column, expected }) => {
    const got = column === 'FileObjection' ? answerTo(column, state, told) : answerTo(column, state);
    expect(got).toBe(expected);
  });

  it('is what the life cycle says, cell by cell', () => {
    const wrong = LIFE_CYCLE.flatMap((cell) => {
      const column = COLUMNS.find((one) => one === cell.command);
      const found = cells.find(({ state, column: asks }) => state === cell.state && asks === column);
      return found !== undefined && isIn(cell, found.expected) ? [] : [{ ...cell, found: found?.expected }];
    });
    expect(wrong).toEqual([]);
    expect(LIFE_CYCLE).toHaveLength(states.length * (COLUMNS.length - 1)); // OrderPayment is a line's, in §4.
  });

  it.each(states)('%s: nobody objects to what no letter made known', (state) => {
    expect(answerTo('FileObjection', state)).toBe('STATE_FORBIDS');
  });

  it('every state has a way out', () => {
    const stuck = states.filter((state) =>
      ROWS[state].split(' ').every((text) => !text.startsWith('>') || text === `>${state}`),
    );
    // Time ends the waiting ones, the bank an order; a closed claim rests for good.
    expect(stuck).toEqual(['CLOSED']);
  });
});
