import { dayOf, PRESETS } from '@uitkomst/domain';
import { memoryLedger } from '@uitkomst/ledger';
import type { ReadStore } from '../reads.js';
import { ProjectionRunner } from '../runner.js';
import { determined, notified, submitted } from '../testing/claims.js';
import { record } from '../testing/recording.js';
import { AGENDA } from './agenda.projection.js';
import { dueBy } from './due.js';
import { temporaryFolder } from '../testing/temporary-folder.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const ANJA = 'aaaaaaaaaaaaa';
const STREAM = `client-0392-${ANJA}`;
const page = { limit: 10, offset: 0 };

function agenda() {
  const ledger = memoryLedger();
  const reads = folder.reads();
  const runner = new ProjectionRunner({ ledger, reads, projections: [AGENDA] });
  return {
    tell: async (...events: Parameters<typeof record>[2][]) => {
      const recorded = await record(ledger, STREAM, ...events);
      await runner.catchUp();
      return recorded;
    },
    due: async (day: string) => (await dueBy(reads, dayOf(day), page)).map(({ claimId, kind }) => `${claimId} ${kind}`),
  };
}

test('a claim is due from the day on which something may matter, the longest overdue first', async () => {
  const { tell, due } = agenda();
  await tell(
    submitted(`${ANJA}.a`, 'P1'),
    determined(`${ANJA}.a`, 'PENDING', { open: ['NOT_YET_MATURE'], nextChangeOn: '2026-09-01' }),
    submitted(`${ANJA}.b`, 'P2'),
    determined(`${ANJA}.b`, 'PENDING', { open: ['NOT_YET_MATURE'], nextChangeOn: '2026-08-01' }),
  );
  expect(await due('2026-07-31')).toEqual([]);
  expect(await due('2026-08-01')).toEqual([`${ANJA}.b NEXT_CHANGE`]);
  expect(await due('2026-09-01')).toEqual([`${ANJA}.b NEXT_CHANGE`, `${ANJA}.a NEXT_CHANGE`]);
});

test('missing evidence is due the day after the completion term, its last day included', async () => {
  const { tell, due } = agenda();
  const claimId = `${ANJA}.a`;
  await tell(submitted(claimId, 'P1'));
  const [request] = await tell(
    determined(claimId, 'PENDING', {
      open: ['EVIDENCE_MISSING'],
      rules: [{ rule: 'R4', result: 'UNKNOWN', code: 'EVIDENCE_MISSING' }],
    }),
  );
  await tell(notified(claimId, { kind: 'INCOMPLETE', about: request?.id, termUntilOn: '2026-04-12' }));
  expect(await due('2026-04-12')).toEqual([]);
  expect(await due('2026-04-13')).toEqual([`${claimId} COMPLETION_TERM`]);
  await tell({ type: 'ClaimExpired', payload: { claimId, expiredOn: '2026-04-13' } });
  expect(await due('2026-05-01')).toEqual([]);
});

const paid = (claimId: string, paidOn: string) => ({
  type: 'ClaimPaid',
  payload: {
    claimId,
    orderId: '0190b5a2-7c3e-7000-8000-000000000033.1',
    providerId: 'P1',
    cents: 300_000,
    milestone: 'SUSTAINED',
    outcomeType: 'WORK',
    paidOn,
  },
});
const ofClawback = { claimId: `${ANJA}.a`, clawbackId: `${ANJA}.k` };

test('a proposal to reclaim is due once the provider could be heard, and the day after its horizon', async () => {
  const { tell, due } = agenda();
  const claimId = `${ANJA}.a`;
  await tell(
    submitted(claimId, 'P1'),
    determined(claimId, 'ELIGIBLE', { cents: 300_000 }),
    paid(claimId, '2026-03-02'),
  );
  await tell(determined(claimId, 'CLAWBACK', { hash: 'b', fail: ['RELAPSE_WITHIN_SUSTAIN'], cents: 300_000 }));
  const [proposal] = await tell({
    type: 'ClawbackProposed',
    payload: { ...ofClawback, cents: 300_000, codes: ['RELAPSE_WITHIN_SUSTAIN'], proposedOn: '2026-03-10' },
  });
  expect(await due('2031-03-02')).toEqual([]);
  expect(await due('2031-03-03')).toEqual([`${claimId} CLAWBACK_HORIZON`]);
  await tell(notified(claimId, { kind: 'CLAWBACK_PROPOSED', about: proposal?.id, termUntilOn: '2026-03-29' }));
  expect(await due('2026-03-29')).toEqual([]);
  expect(await due('2026-03-30')).toEqual([`${claimId} HEARING_TERM`]);
});

test('the horizon is that of the definition set the claim was decided by, also for who starts reading later', async () => {
  const ledger = memoryLedger();
  const claimId = `${ANJA}.a`;
  const decidedBy = { definition: 'NL-KORT@1', cents: 300_000 };
  await record(ledger, 'definition-0392-NL-KORT', {
    type: 'DefinitionSetPublished',
    payload: {
      definitionId: 'NL-KORT',
      version: 1,
      parameters: { ...PRESETS.get('NL-STD@1')?.parameters, clawbackHorizon: 'P2Y' },
      text: 'Twee jaar.',
      decisionRef: 'R1',
      validFrom: '2026-01-01',
    },
  });
  const rowsOf = async (reads: ReadStore) => {
    await new ProjectionRunner({ ledger, reads, projections: [AGENDA] }).catchUp();
    return (await dueBy(reads, dayOf('2050-01-01'), page)).map(({ kind, dueOn }) => `${kind} ${dueOn}`);
  };
  const reads = folder.reads();
  expect(await rowsOf(reads)).toEqual([]);
  await record(ledger, STREAM, submitted(claimId, 'P1'), determined(claimId, 'ELIGIBLE', decidedBy));
  await record(ledger, STREAM, paid(claimId, '2026-03-02'));
  await record(
    ledger,
    STREAM,
    determined(claimId, 'CLAWBACK', { ...decidedBy, hash: 'b', fail: ['RELAPSE_WITHIN_SUSTAIN'] }),
    {
      type: 'ClawbackProposed',
      payload: { ...ofClawback, cents: 300_000, codes: ['RELAPSE_WITHIN_SUSTAIN'], proposedOn: '2026-03-10' },
    },
  );
  const due = ['CLAWBACK_HORIZON 2028-03-03'];
  expect([await rowsOf(reads), await rowsOf(folder.reads())]).toEqual([due, due]);
});

test('an objection is due the day after its term; after five years without anything the claim can be closed', async () => {
  const { tell, due } = agenda();
  const claimId = `${ANJA}.a`;
  await tell(submitted(claimId, 'P1'));
  const [rejection] = await tell(
    determined(claimId, 'REJECTED', {
      fail: ['CLAIM_LATE'],
      basis: { fileRevision: 0, terms: [], ruleSet: 'NL-RULES@1', asOf: '2026-03-03' },
    }),
  );
  await tell(notified(claimId, { kind: 'REJECTED', about: rejection?.id, termUntilOn: '2026-04-21' }));
  expect(await due('2031-03-03')).toEqual([]);
  expect(await due('2031-03-04')).toEqual([`${claimId} CLOSING`]);
  const objection = { claimId, objectionId: `${ANJA}.o` };
  const filed = { ...objection, by: 'PROVIDER', subjectEventId: rejection?.id, filedOn: '2026-04-02', late: false };
  await tell({ type: 'ObjectionFiled', payload: filed });
  expect(await due('2026-06-02')).toEqual([]);
  expect(await due('2026-06-03')).toEqual([`${claimId} OBJECTION_TERM`]);
  await tell({
    type: 'ObjectionDecided',
    payload: { ...objection, outcome: 'DISMISSED', decidedOn: '2026-05-20', setAside: [], grounds: 'LATE_INDEED' },
  });
  expect(await due('2031-05-20')).toEqual([]);
  expect(await due('2031-05-21')).toEqual([`${claimId} CLOSING`]);
  await tell({ type: 'ClaimClosed', payload: { claimId, closedOn: '2031-05-21' } });
  expect(await due('2035-01-01')).toEqual([]);
});

test('a claim is not to be closed while nobody has said what the bank booked on it', async () => {
  const { tell, due } = agenda();
  const claimId = `${ANJA}.a`;
  await tell(
    submitted(claimId, 'P1'),
    determined(claimId, 'ELIGIBLE', { cents: 300_000 }),
    paid(claimId, '2026-03-02'),
  );
  const closing = [`${claimId} CLOSING`];
  expect(await due('2032-01-01')).toEqual(closing);
  const booking = { endToEndId: 'x01', reason: 'WRONG_AMOUNT', cents: 1, currency: 'EUR', reportedOn: '2026-03-03' };
  const [mismatch] = await tell({ type: 'PaymentMismatchReported', payload: { claimId, ...booking } });
  expect(await due('2032-01-01')).toEqual([]);
  const resolved = { claimId, mismatchEventId: mismatch?.id, result: 'DISMISSED', resolvedOn: '2026-03-04' };
  await tell({ type: 'PaymentMismatchResolved', payload: resolved });
  expect(await due('2032-01-01')).toEqual(closing);
});
