/** The tables of life-cycle.md §3, as they stand there but for the column PrepareBatch, which the batch's own stream decides. */
const TABLES = [
  `
|state|SubmitClaim|CompleteClaim|Withdraw|ExpireClaim|Redetermine|CloseClaim|
|INCOMPLETE|heard, DUPLICATE|→ INCOMPLETE / ELIGIBLE / CONTESTED; TERM|→ WITHDRAWN|→ EXPIRED; NOT_YET|heard|–|
|MATURING|heard, DUPLICATE|–|→ WITHDRAWN|–|heard|–|
|VERIFYING|heard, DUPLICATE|–|→ WITHDRAWN|–|heard|–|
|IN_REVIEW|heard, DUPLICATE|–|→ WITHDRAWN|–|heard|–|
|CONTESTED|heard, DUPLICATE|–|→ WITHDRAWN|–|heard|–|
|ELIGIBLE|heard, DUPLICATE|–|→ WITHDRAWN (net = 0); –|–|heard|–|
|REJECTED|heard, DUPLICATE|–|–|–|heard|→ CLOSED; NOT_YET|
|APPROVED_1|heard, DUPLICATE|–|–|–|heard|–|
|APPROVED|heard, DUPLICATE|–|–|–|heard|–|
|PAYMENT_ORDERED|heard, DUPLICATE|–|–|–|heard|–|
|PAID|heard, DUPLICATE|–|–|–|heard|→ CLOSED; NOT_YET|
|IN_OBJECTION|heard, DUPLICATE|–|–|–|heard|–|
|CLAWBACK_PROPOSED|heard, DUPLICATE|–|–|–|heard|–|
|CLAWBACK_DECIDED|heard, DUPLICATE|–|–|–|heard|–|
|RECOVERED|heard, DUPLICATE|–|–|–|heard|→ CLOSED; NOT_YET|
|WITHDRAWN|heard, DUPLICATE|–|heard|–|–|→ CLOSED; NOT_YET|
|EXPIRED|heard, DUPLICATE|–|–|–|–|→ CLOSED; NOT_YET|
|CLOSED|heard, DUPLICATE|–|–|–|–|–|`,
  `
|state|ResolveReview|DecideAttribution|Approve|RefuseApproval|
|INCOMPLETE|–|→ REJECTED / INCOMPLETE / RECOVERED|–, STALE|–, STALE|
|MATURING|–|→ REJECTED / MATURING / RECOVERED|–, STALE|–, STALE|
|VERIFYING|–|→ REJECTED / VERIFYING / RECOVERED|–, STALE|–, STALE|
|IN_REVIEW|→ by §2; NOT_RESOLVABLE|→ by §2|–, STALE|–, STALE|
|CONTESTED|–|→ by §2|–, STALE|–, STALE|
|ELIGIBLE|–|→ by §2|→ APPROVED / APPROVED_1; STALE, ROLE|→ IN_REVIEW / PAID; STALE|
|REJECTED|–|→ by §2|–, STALE|–, STALE|
|APPROVED_1|–|→ by §2|→ APPROVED; STALE, 2ND|→ IN_REVIEW / PAID; STALE|
|APPROVED|–|→ by §2|–, STALE|→ IN_REVIEW / PAID; STALE|
|PAYMENT_ORDERED|–|→ PAYMENT_ORDERED|ORDERED|ORDERED|
|PAID|→ PAID / CLAWBACK_PROPOSED / ELIGIBLE; NOT_RESOLVABLE, –|→ PAID / CLAWBACK_PROPOSED / ELIGIBLE|ORDERED|ORDERED|
|IN_OBJECTION|–|→ IN_OBJECTION|–, STALE|–, STALE|
|CLAWBACK_PROPOSED|–|→ CLAWBACK_PROPOSED / PAID / ELIGIBLE|–, STALE|–, STALE|
|CLAWBACK_DECIDED|–|→ by §2|–, STALE|–, STALE|
|RECOVERED|–|→ by §2|–, STALE|–, STALE|
|WITHDRAWN|–|–|–|–|
|EXPIRED|–|–|–|–|
|CLOSED|–|–|–|–|`,
  `
|state|ProposeClawback|HearClawback|DecideClawback|WithdrawClawback|SettleClawback|WriteOffClawback|
|INCOMPLETE|–|–|–|–|–|–|
|MATURING|–|–|–|–|–|–|
|VERIFYING|–|–|–|–|–|–|
|IN_REVIEW|–|–|–|–|–|–|
|CONTESTED|–|–|–|–|–|–|
|ELIGIBLE|–|–|–|–|–|–|
|REJECTED|–|–|–|–|–|–|
|APPROVED_1|–|–|–|–|–|–|
|APPROVED|–|–|–|–|–|–|
|PAYMENT_ORDERED|–|–|–|–|–|–|
|PAID|→ CLAWBACK_PROPOSED; NO_GROUND, BARRED|–|–|–|–|–|
|IN_OBJECTION|–|–|–|–|→ IN_OBJECTION; –|–|
|CLAWBACK_PROPOSED|–|→ CLAWBACK_PROPOSED|→ CLAWBACK_DECIDED; HEARING|→ PAID / RECOVERED|–|–|
|CLAWBACK_DECIDED|–|–|–|–|→ CLAWBACK_DECIDED / RECOVERED / PAID / CLAWBACK_PROPOSED|→ RECOVERED|
|RECOVERED|–|–|–|–|–|–|
|WITHDRAWN|–|–|–|–|–|–|
|EXPIRED|–|–|–|–|–|–|
|CLOSED|–|–|–|–|–|–|`,
  `
|state|FileObjection|DecideObjection|
|INCOMPLETE|–|–|
|MATURING|–|–|
|VERIFYING|–|–|
|IN_REVIEW|–|–|
|CONTESTED|–|–|
|ELIGIBLE|–|–|
|REJECTED|→ IN_OBJECTION|–|
|APPROVED_1|–|–|
|APPROVED|–|–|
|PAYMENT_ORDERED|–|–|
|PAID|→ IN_OBJECTION|–|
|IN_OBJECTION|–|→ by §2|
|CLAWBACK_PROPOSED|–|–|
|CLAWBACK_DECIDED|→ IN_OBJECTION|–|
|RECOVERED|→ IN_OBJECTION|–|
|WITHDRAWN|–|–|
|EXPIRED|→ IN_OBJECTION|–|
|CLOSED|–|–|`,
];

const CODES: Readonly<Record<string, string>> = {
  '–': 'STATE_FORBIDS',
  STALE: 'DECISION_STALE',
  ORDERED: 'PAYMENT_ALREADY_ORDERED',
  '2ND': 'SECOND_APPROVAL_REQUIRED',
  ROLE: 'ROLE_MAY_NOT_RECORD',
  DUPLICATE: 'DUPLICATE_SUBMISSION',
  TERM: 'TERM_PASSED',
  NOT_YET: 'TERM_NOT_PASSED',
  HEARING: 'HEARING_TERM_RUNNING',
  BARRED: 'CLAWBACK_TIME_BARRED',
  NOT_RESOLVABLE: 'CODE_NOT_RESOLVABLE',
};

/** The corrections below the tables, and what one cell may also answer by §6. */
function corrected(state: string, command: string, answers: readonly string[]): readonly string[] {
  const ended = state === 'WITHDRAWN' || state === 'EXPIRED' || state === 'CLOSED';
  // A claim that was withdrawn or expired, closed since or not, leaves room for a new one.
  if (command === 'SubmitClaim') return ended ? [...answers, '> by §2'] : answers;
  if (command === 'CompleteClaim') return answers.map((answer) => (answer.startsWith('>') ? '> by §2' : answer));
  // Redetermine is asked of the file; of a claim that ended it changes nothing.
  if (command === 'Redetermine') return ended ? ['heard'] : [...answers, '> by §2'];
  // Possible against every notified negative decision, whatever the state but these two.
  if (command === 'FileObjection' && state !== 'WITHDRAWN' && state !== 'CLOSED')
    return ['> IN_OBJECTION', 'STATE_FORBIDS'];
  // A withdrawal only settles anything after the provider could be heard.
  if (command === 'WithdrawClawback' && state === 'CLAWBACK_PROPOSED') return [...answers, 'HEARING_TERM_RUNNING'];
  // Follows the state beneath.
  if (command === 'HearClawback' && state === 'IN_OBJECTION') return ['> IN_OBJECTION', 'STATE_FORBIDS'];
  return answers;
}

const answersIn = (cell: string): readonly string[] =>
  cell.split(';').flatMap((part) => {
    const text = part.trim();
    if (!text.startsWith('→')) return text.split(',').map((code) => CODES[code.trim()] ?? code.trim());
    return text
      .slice(1)
      .split('/')
      .map((state) => `> ${state.trim().replace(/ \(.*\)$/, '')}`);
  });

/** One cell: `heard`, `> STATE` (`> by §2` is any state that the function gives) or the code of a refusal. */
export interface Cell {
  readonly state: string;
  readonly command: string;
  readonly answers: readonly string[];
}

export const LIFE_CYCLE: readonly Cell[] = TABLES.flatMap((table) => {
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').slice(1, -1));
  return rows.flatMap(([state = '', ...cells]) =>
    cells.map((cell, index) => {
      const command = head[index + 1] ?? '';
      return { state, command, answers: corrected(state, command, answersIn(cell)) };
    }),
  );
});

/** Whether the table allows that answer in that cell. */
export const isIn = ({ answers }: Cell, got: string): boolean =>
  answers.includes(got) || (got.startsWith('>') && answers.includes('> by §2'));
