import { readFileSync } from 'node:fs';
import type { ClientFileCommand } from '../client-file/commands.js';
import { ofClaim } from '../client-file/clawback/clawbacks.js';
import { SYSTEM, type Actor, type Role } from '../event.js';
import { batchDecider } from '../payment-batch/decider.js';
import { providerDecider } from '../providers/decider.js';
import {
  approve,
  benefits,
  C1,
  CLAIM_IN_STATE,
  orderPayment,
  paid,
  provider,
  refuseApproval,
  relapse,
  seen,
  type GivenFile,
} from '../testing/index.js';
import { given as small } from '../testing/small-decider.js';
import { DUTIES, WHO_MAY, type Duty } from './duties.js';

/** Who does what: everybody is somebody else, but for two duties that one person does. */
type Cast = (duty: Duty) => Actor;
interface Step {
  readonly duty?: Duty;
  readonly on: string;
  command(file: GivenFile, cast: Cast): ClientFileCommand;
}

const PAID_ON = '2009-05-04';
const TOLD_ON = '2009-06-01';
const HEARD_ON = '2009-06-20';
const clawbackOf = (file: GivenFile) => {
  const [clawback] = ofClaim(file.file.clawbacks, C1);
  if (clawback === undefined) throw new Error('Nothing is asked back');
  return clawback;
};
const notice = (subjectEventId: string): ClientFileCommand => ({
  type: 'ReleaseNotice',
  claimId: C1,
  subjectEventId,
  letterId: `L${subjectEventId.slice(-4).toUpperCase()}`,
});
const resolve = (code: string): ClientFileCommand => ({
  type: 'ResolveReview',
  claimId: C1,
  codes: [code],
  result: 'CLOSED',
  grounds: 'SEEN',
});

const REVIEWED: Step = { duty: 'RESOLVE_REVIEW', on: PAID_ON, command: () => resolve('NO_CONTRIBUTION_EVIDENCE') };
const ATTRIBUTED: Step = {
  duty: 'DECIDE_ATTRIBUTION',
  on: PAID_ON,
  command: () => ({ type: 'DecideAttribution', jobId: 'j1', shares: { PASWERK: 10_000 }, grounds: 'HEARD' }),
};
const told: Step = { on: HEARD_ON, command: (file) => notice(clawbackOf(file).decision?.eventId ?? '') };
/** From a claim that can be approved to the money asked back: what all stories share. */
const onward = (ending: 'DECIDE_CLAWBACK' | 'WITHDRAW_CLAWBACK' | 'WRITE_OFF_CLAWBACK'): readonly Step[] => [
  { duty: 'REFUSE_APPROVAL', on: PAID_ON, command: (file) => refuseApproval(file) },
  { duty: 'LIFT_REFUSAL', on: PAID_ON, command: () => resolve('APPROVAL_REFUSED') },
  { duty: 'APPROVE_1', on: PAID_ON, command: (file) => approve(file) },
  { duty: 'APPROVE_2', on: PAID_ON, command: (file) => approve(file) },
  {
    duty: 'RELEASE_BATCH',
    on: PAID_ON,
    command: (file, cast) =>
      orderPayment(file, { payer: cast('RELEASE_BATCH').id, preparer: cast('PREPARE_BATCH').id }),
  },
  { on: PAID_ON, command: () => relapse },
  { duty: 'RELEASE_NOTICE', on: TOLD_ON, command: (file) => notice(clawbackOf(file).proposalId) },
  ...(ending === 'WRITE_OFF_CLAWBACK'
    ? [decided('DECIDE_CLAWBACK', 'DecideClawback'), told, written()]
    : [decided(ending, ending === 'DECIDE_CLAWBACK' ? 'DecideClawback' : 'WithdrawClawback')]),
];

function decided(duty: Duty, type: 'DecideClawback' | 'WithdrawClawback'): Step {
  return {
    duty,
    on: HEARD_ON,
    command: (file) => ({ type, clawbackId: clawbackOf(file).clawbackId, grounds: 'HEARD' }),
  };
}
function written(): Step {
  return {
    duty: 'WRITE_OFF_CLAWBACK',
    on: HEARD_ON,
    command: (file) => ({ type: 'WriteOffClawback', clawbackId: clawbackOf(file).clawbackId }),
  };
}
const objection: readonly Step[] = [
  {
    on: HEARD_ON,
    command: (file) => ({
      type: 'FileObjection',
      claimId: C1,
      objectionId: `${C1}o`,
      subjectEventId: file.claim(C1).notices.at(-1)?.payload.subjectEventId ?? seen(file).determinationId,
    }),
  },
  {
    duty: 'DECIDE_OBJECTION',
    on: HEARD_ON,
    command: () => ({
      type: 'DecideObjection',
      objectionId: `${C1}o`,
      outcome: 'DISMISSED',
      setAside: [],
      grounds: 'HEARD',
    }),
  },
];

type Start = 'IN_REVIEW' | 'CONTESTED';
const STORIES: readonly (readonly [Start, readonly Step[]])[] = [
  ['IN_REVIEW', [REVIEWED, ...onward('DECIDE_CLAWBACK'), told, ...objection]],
  ['CONTESTED', [ATTRIBUTED, ...onward('DECIDE_CLAWBACK'), told, ...objection]],
  ['IN_REVIEW', [REVIEWED, ...onward('WITHDRAW_CLAWBACK')]],
  ['CONTESTED', [ATTRIBUTED, ...onward('WRITE_OFF_CLAWBACK'), ...objection]],
];

const others: Cast = (duty) => ({ id: `one-${duty}`, role: roleOf(duty), orgId: 'haarlem' });
const roleOf = (duty: Duty): Role => WHO_MAY[duty].roles[0] ?? 'SYSTEM';
/** One person does both; whatever the roles are, it is one subject id. */
const oneDoes =
  (both: readonly Duty[]): Cast =>
  (duty) =>
    both.includes(duty) ? { id: 'one', role: roleOf(duty), orgId: 'haarlem' } : others(duty);

const actorOf = ({ duty }: Step, command: ClientFileCommand, cast: Cast): Actor => {
  if (duty !== undefined) return cast(duty);
  if (command.type === 'RecordFact') return benefits();
  return command.type === 'FileObjection' ? provider() : { id: 'somebody', role: 'OFFICER', orgId: 'haarlem' };
};

/** Which duty was refused to one person for having done another; undefined where the story came to its end. */
function refusedIn([start, steps]: (typeof STORIES)[number], cast: Cast): Duty | undefined {
  let file = CLAIM_IN_STATE[start]().given;
  for (const step of steps) {
    const command = step.command(file, cast);
    const { refusal, given } = file.when(command, actorOf(step, command, cast), step.on);
    if (refusal?.code === 'SEPARATION_OF_DUTIES') return step.duty;
    if (refusal !== undefined) throw new Error(`${command.type} was refused: ${JSON.stringify(refusal)}`);
    file = command.type === 'OrderPayment' ? given.and(paid(given)) : given;
  }
  return undefined;
}

const ofStory = ([, steps]: (typeof STORIES)[number]): readonly Duty[] => [
  ...new Set(steps.flatMap(({ duty }) => (duty === 'RELEASE_BATCH' ? ['PREPARE_BATCH' as const, duty] : (duty ?? [])))),
];

it('every story comes to its end where everybody does one thing', () => {
  for (const story of STORIES) expect(refusedIn(story, others)).toBeUndefined();
});

it('every duty but those of accounts is in a story', () => {
  const walked = new Set(STORIES.flatMap(ofStory));
  expect(DUTIES.filter((duty) => !walked.has(duty))).toEqual(['REGISTER_ACCOUNT', 'CONFIRM_ACCOUNT']);
});

describe.each(STORIES.map((story) => [ofStory(story).join(' · '), story] as const))('%s', (_, story) => {
  const duties = ofStory(story);
  const pairs = duties.flatMap((later, at) => duties.slice(0, at).map((earlier) => [earlier, later] as const));
  it.each(pairs)('whoever did %s may do %s exactly where the matrix says so', (earlier, later) => {
    const refused = refusedIn(story, oneDoes([earlier, later]));
    expect(refused).toBe(WHO_MAY[later].notAfter.includes(earlier) ? later : undefined);
  });
});

it('who prepared a batch does not release it', () => {
  const [preparer, payer] = [others('PREPARE_BATCH'), others('RELEASE_BATCH')];
  const line = { claimId: C1, cents: 300_000, determinationId: C1, decisionHash: 'a'.repeat(64), endToEndId: 'E1' };
  const prepared = small(batchDecider, {
    type: 'BatchPrepared',
    payload: { batchId: 'B1', lines: [line], controlSumCents: 300_000, preparedOn: PAID_ON },
    by: preparer,
  } as never);
  const release = (by: Actor) => prepared.when({ type: 'ReleaseBatch', batchId: 'B1' }, by).refusal?.code;
  expect([release({ ...payer, id: preparer.id }), release(payer)]).toEqual(['SEPARATION_OF_DUTIES', undefined]);
});

it('who registered an account does not confirm it', () => {
  const [registrar, other] = [others('REGISTER_ACCOUNT'), others('CONFIRM_ACCOUNT')];
  const known = small(
    providerDecider,
    { type: 'ProviderRegistered', payload: { providerId: 'PASWERK', ownership: 'PRIVATE', validFrom: '2004-01-01' } },
    {
      type: 'BankAccountRegistered',
      payload: { providerId: 'PASWERK', accountId: 'A1', activeFrom: '2004-01-01', ibanCommitment: 'a'.repeat(64) },
      by: registrar,
    },
  );
  const confirm = (by: Actor) =>
    known.when({ type: 'ConfirmBankAccount', providerId: 'PASWERK', accountId: 'A1' } as never, by).refusal?.code;
  expect(confirm({ ...other, id: registrar.id })).toBe('SEPARATION_OF_DUTIES');
  expect(confirm(other)).toBeUndefined();
});

it('the system is nobody in it', () => {
  expect(Object.values(WHO_MAY).flatMap(({ roles }) => roles)).not.toContain(SYSTEM.role);
});

it('operators read the matrix as it is', () => {
  const rows = DUTIES.map((duty) => {
    const { nl, roles, notAfter } = WHO_MAY[duty];
    return `| ${nl} | ${roles.join(', ')} | ${notAfter.map((earlier) => WHO_MAY[earlier].nl).join(', ') || '–'} |`;
  });
  const text = readFileSync('deploy/README.md', 'utf8')
    .replaceAll(/ +\| +/g, ' | ')
    .replaceAll(/ +\|$/gm, ' |');
  for (const row of rows) expect(text).toContain(row);
});
