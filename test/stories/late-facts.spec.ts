import {
  canonical,
  claimStanding,
  dayOf,
  replayDetermination,
  type ClientFile,
  type ClientFileCommand,
  type DeterminedPayload,
} from '@uitkomst/domain';
import {
  approver2,
  benefits,
  C1,
  factOf,
  finance,
  lastingOutflow,
  officer,
  provider,
  settlePayment,
  submitClaim,
} from '@uitkomst/domain/testing';
import { Office } from './office.js';

// Amsterdam 2007: bonuses were paid on subsidised jobs too. Here it comes out after payment. In July 2009 a benefit inside the six
// months becomes known, in August it was another person's, in October the job proves to have been subsidised from the start; half of
// the bonus comes back, then the subsidy is found to have been another job's.
let office: Office;
const decisions: DeterminedPayload[] = [];
const recorded: string[][] = [];

const relapse = factOf('BenefitGranted', { benefitId: 'bX', kind: 'BIJSTAND', validFrom: '2009-02-16' });
const subsidy = factOf('JobSubsidyStarted', {
  fundingId: 'w1',
  jobId: 'j1',
  scheme: 'WIW',
  payer: 'HAARLEM',
  validFrom: '2008-09-01',
});

beforeAll(async () => {
  const contracts = [{ contractId: 'K1', providerId: 'PASWERK', cents: 300_001 }];
  office = await Office.open({ contracts }, '2009-03-09');
  await office.reported(...lastingOutflow());
  await asked('2009-04-06', submitClaim(), provider());
  for (const actor of [officer(1), approver2(1)])
    await asked('2009-04-07', { type: 'Approve', ...(await seen()) }, actor);
  const order = { batchId: 'batch-1', payer: 'officer-9', preparer: 'officer-8', cents: 300_001 };
  await asked('2009-04-20', { type: 'OrderPayment', ...order, ...(await seen()) }, officer(9));
  await asked('2009-04-21', settlePayment({ file: await office.file() }, C1, '2009-04-21'), finance());
  await asked('2009-07-15', { type: 'RecordFact', fact: relapse }, benefits());
  await asked('2009-08-03', await retractLast(), benefits());
  await asked('2009-10-05', { type: 'RecordFact', fact: subsidy }, benefits());
  const { clawbackId, proposalId } = await clawback();
  const letter = { claimId: C1, subjectEventId: proposalId, letterId: 'BRIEF_1' };
  await asked('2009-10-12', { type: 'ReleaseNotice', ...letter }, officer(5));
  await asked('2009-10-27', { type: 'DecideClawback', clawbackId, grounds: 'SUBSIDISED' }, approver2(7));
  const half = { method: 'INVOICE', cents: 150_001, settledOn: '2009-11-30' } as const;
  await asked('2009-11-30', { type: 'SettleClawback', clawbackId, ...half }, finance());
  await asked('2010-01-11', await retractLast(), benefits());
});
afterAll(() => office.close());

it('each late fact asks back, or lets go, in the append that records it', () => {
  expect(recorded.map((types) => types.join(' '))).toEqual([
    'ClaimSubmitted ClaimDetermined',
    'ApprovalGiven',
    'ApprovalGiven',
    'PaymentOrdered',
    'ClaimPaid',
    'BenefitGranted ClaimDetermined ClawbackProposed',
    'FactRetracted ClaimDetermined ClawbackWithdrawn',
    'JobSubsidyStarted ClaimDetermined ClawbackProposed',
    'DecisionNotified',
    'ClawbackDecided',
    'ClawbackSettled ClaimDetermined',
    'FactRetracted ClaimDetermined ClawbackWithdrawn',
  ]);
});

it.each([
  ['2009-07-14', 'PAID', 300_001, []],
  ['2009-07-15', 'CLAWBACK_PROPOSED', 300_001, [['PROPOSED', 300_001]]],
  ['2009-08-03', 'PAID', 300_001, [['WITHDRAWN', 300_001]]],
  [
    '2009-10-05',
    'CLAWBACK_PROPOSED',
    300_001,
    [
      ['WITHDRAWN', 300_001],
      ['PROPOSED', 300_001],
    ],
  ],
  [
    '2009-11-30',
    'CLAWBACK_DECIDED',
    150_000,
    [
      ['WITHDRAWN', 300_001],
      ['DECIDED', 300_001],
    ],
  ],
  [
    '2010-01-11',
    'ELIGIBLE',
    150_000,
    [
      ['WITHDRAWN', 300_001],
      ['WITHDRAWN', 300_001],
    ],
  ],
] as const)('as known on %s the claim is %s, with %d cents kept', async (day, state, netCents, clawbacks) => {
  const position = await office.files.resolveKnownAsOf(`${day}T23:59:59.999+02:00`);
  const file = await office.fileAt({ position });
  const terms = await office.termsAt(position);
  expect(claimStanding(file, C1, { today: dayOf(day), terms })).toMatchObject({ state, netCents });
  expect(file.clawbacks.map((one) => [one.state, one.proposedCents])).toEqual(clawbacks);
});

it('what came back although it was earned is due again, to the cent', async () => {
  const standing = claimStanding(await office.file(), C1, { today: dayOf('2010-01-11') });
  expect(standing).toMatchObject({ entitlementCents: 300_001, netCents: 150_000, toPayCents: 150_001 });
});

it('every decision computes to the same bytes again from its basis, money asked back included', async () => {
  expect(decisions.map(({ outcome, cents }) => [outcome, cents])).toEqual([
    ['ELIGIBLE', 300_001],
    ['CLAWBACK', 300_001],
    ['ELIGIBLE', 300_001],
    ['CLAWBACK', 300_001],
    ['CLAWBACK', 150_000],
    ['ELIGIBLE', 300_001],
  ]);
  for (const decision of decisions) {
    const prefix = await office.fileAt({ revision: decision.basis.fileRevision });
    const terms = await office.book.at('0392', decision.basis.terms);
    expect(canonical(replayDetermination(prefix, terms, decision))).toBe(canonical(decision));
  }
});

async function asked(day: string, ...task: Parameters<Office['ask']>): Promise<void> {
  const result = await office.on(day).ask(...task);
  if (!result.ok) throw new Error(JSON.stringify(result));
  recorded.push(result.events.map(({ type }) => type));
  for (const { type, payload } of result.events)
    if (type === 'ClaimDetermined') decisions.push(payload as DeterminedPayload);
}

async function seen() {
  const determination = (await office.file()).claims.get(C1)?.determination;
  return {
    claimId: C1,
    determinationId: determination?.id ?? '',
    decisionHash: determination?.payload.decisionHash ?? '',
  };
}

async function clawback(): Promise<ClientFile['clawbacks'][number]> {
  const last = (await office.file()).clawbacks.at(-1);
  if (last === undefined) throw new Error('Nothing is asked back');
  return last;
}

const retractLast = async (): Promise<ClientFileCommand> => ({
  type: 'RetractFact',
  targetEventId: (await office.file()).facts.at(-1)?.id ?? '',
  reason: 'WRONG_PERSON',
});
