import { canonical, dayOf, redetermineOne, replayDetermination, type DeterminedPayload } from '@uitkomst/domain';
import {
  approver2,
  benefits,
  C1,
  factOf,
  lastingOutflow,
  officer,
  provider,
  submitClaim,
  type Past,
} from '@uitkomst/domain/testing';
import { Office } from './office.js';

// Rekenkamer Rotterdam asks where a figure came from; here: "was the officer wrong, or was the information late?" The bonus is paid on
// 20 April 2009. In July a benefit becomes known that ran from 16 February, inside the six months; in August it was another person's.
let office: Office;
const decisions: DeterminedPayload[] = [];

beforeAll(async () => {
  const contracts = [{ contractId: 'K1', providerId: 'PASWERK', cents: 300_000 }];
  office = await Office.open({ contracts }, '2009-03-09');
  await office.reported(...lastingOutflow());
  await asked('2009-04-06', submitClaim(), provider());
  for (const actor of [officer(1), approver2(1)])
    await asked('2009-04-07', { type: 'Approve', ...(await seen()) }, actor);
  await asked('2009-04-20', { type: 'OrderPayment', ...ORDER, ...(await seen()) }, officer(9));
  const [order] = (await office.file()).payments;
  if (order === undefined) throw new Error('Nothing was ordered');
  const { orderId, cents, episodeOn = '' } = order;
  await office.on('2009-04-21').reported(bank({ orderId, cents, episodeOn }));
  const late = { benefitId: 'bX', kind: 'BIJSTAND', validFrom: '2009-02-16' } as const;
  await asked('2009-07-15', { type: 'RecordFact', fact: factOf('BenefitGranted', late) }, benefits());
  const target = (await office.file()).facts.at(-1)?.id ?? '';
  await asked('2009-08-03', { type: 'RetractFact', targetEventId: target, reason: 'WRONG_PERSON' }, benefits());
});
afterAll(() => office.close());

it('the bonus stands while nothing is known against it, is to be reclaimed when something is, and stands again when that was a mistake', () => {
  expect(decisions.map(({ outcome, fail, cents }) => [outcome, fail, cents])).toEqual([
    ['ELIGIBLE', [], 300_000],
    ['CLAWBACK', ['RELAPSE_WITHIN_SUSTAIN'], 300_000],
    ['ELIGIBLE', [], 300_000],
  ]);
});

it.each([
  ['2009-04-19', '2009-04-19', 'ELIGIBLE', 'the officer was right: on that day nothing else could be known'],
  ['2009-07-16', '2009-07-16', 'CLAWBACK', 'in July the money is to come back'],
  ['2009-04-19', '2009-07-16', 'REJECTED', 'had April known what July knew, nothing would have been paid'],
  ['2009-07-16', '2009-04-19', 'ELIGIBLE', 'a later day, looked at with April’s knowledge'],
  ['2009-08-04', '2009-08-04', 'ELIGIBLE', 'in August the mistake is out of the picture'],
])('as of %s, known on %s: %s, for %s', async (asOf, knownOn, outcome) => {
  expect((await decidedAt(asOf, knownOn)).outcome).toBe(outcome);
});

it('every decision ever recorded computes to the same bytes again, from what its basis names and nothing else', async () => {
  for (const decision of decisions) {
    const { basis } = decision;
    const prefix = await office.fileAt({ revision: basis.fileRevision });
    const terms = await office.book.at('0392', basis.terms);
    expect(canonical(replayDetermination(prefix, terms, decision))).toBe(canonical(decision));
  }
});

async function decidedAt(asOf: string, knownOn: string): Promise<DeterminedPayload> {
  const position = await office.files.resolveKnownAsOf(`${knownOn}T23:59:59.999+02:00`);
  const under = { terms: await office.termsAt(position), today: dayOf(asOf) };
  const decision = redetermineOne(await office.fileAt({ position }), C1, under);
  if (decision === undefined) throw new Error('Not claimed by then');
  return decision;
}

const ORDER = { batchId: 'batch-1', payer: 'officer-9', preparer: 'officer-8', cents: 300_000 };

async function asked(day: string, ...task: Parameters<Office['ask']>): Promise<void> {
  const result = await office.on(day).ask(...task);
  if (!result.ok) throw new Error(JSON.stringify(result));
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

const bank = (order: { readonly orderId: string; readonly cents: number; readonly episodeOn: string }): Past => ({
  type: 'ClaimPaid',
  payload: {
    ...order,
    claimId: C1,
    providerId: 'PASWERK',
    milestone: 'SUSTAINED',
    outcomeType: 'WORK',
    paidOn: '2009-04-21',
  },
  by: { id: 'finance-1', role: 'FINANCE', orgId: 'haarlem' },
});
