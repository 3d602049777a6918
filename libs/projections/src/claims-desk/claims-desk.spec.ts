import { dayOf } from '@uitkomst/domain';
import { memoryLedger, type Ledger } from '@uitkomst/ledger';
import { ProjectionRunner } from '../runner.js';
import { determined, notified, submitted } from '../testing/claims.js';
import { record } from '../testing/recording.js';
import { CLAIMS_DESK } from './claims-desk.projection.js';
import { deskClaim, readDesk } from './desk.js';
import { temporaryFolder } from '../testing/temporary-folder.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const ANJA = 'aaaaaaaaaaaaa';
const stream = (personRef: string): string => `client-0392-${personRef}`;
const page = { municipality: '0392', limit: 50, offset: 0 };

const row = (n: number) => ({
  municipality: '0392',
  claimId: `c${n}`,
  personRef: `p${n}`,
  providerId: `P${n % 20}`,
  milestone: 'SUSTAINED',
  outcomeType: 'WORK',
  state: n % 3 === 0 ? 'ELIGIBLE' : 'REJECTED',
  beneath: 'ELIGIBLE',
  fail: ['NO_ASSIGNMENT'],
  open: [],
  cents: n,
  orderedCents: 0,
  netCents: 0,
  toPayCents: n,
  submittedOn: `2026-0${(n % 9) + 1}-10`,
  contested: n % 50 === 0,
  awaitsSecondApproval: false,
  stale: n % 500 === 0,
  search: `c${n} ref-${n}`,
  changes: 2,
  position: n,
});

async function deskOf(fill: (ledger: Ledger) => Promise<void>) {
  const ledger = memoryLedger();
  const reads = folder.reads();
  await fill(ledger);
  await new ProjectionRunner({ ledger, reads, projections: [CLAIMS_DESK] }).catchUp();
  return reads;
}

test('two companies that claim one job lie on the desk as contested, a third claim on another job does not', async () => {
  const reads = await deskOf(async (ledger) => {
    await record(
      ledger,
      stream(ANJA),
      submitted(`${ANJA}.a`, 'SAGENN', { jobId: 'J1' }),
      determined(`${ANJA}.a`, 'REVIEW', { open: ['COMPETING_CLAIM'] }),
      submitted(`${ANJA}.b`, 'PASWERK', { jobId: 'J1' }),
      determined(`${ANJA}.b`, 'REVIEW', { open: ['COMPETING_CLAIM'] }),
      submitted(`${ANJA}.c`, 'PASWERK', { jobId: 'J2' }),
    );
  });
  const { claims, count, states } = await readDesk(reads, { ...page, contested: true });
  expect(count).toBe(2);
  expect(claims.map(({ claimId, state }) => [claimId, state])).toEqual([
    [`${ANJA}.a`, 'CONTESTED'],
    [`${ANJA}.b`, 'CONTESTED'],
  ]);
  expect(states.get('CONTESTED')).toBe(2);
});

test('two jobs that turned out to be one, or one episode, contest as well; a withdrawn claim contests nothing', async () => {
  const linked = {
    type: 'JobLinked',
    payload: { jobId: 'J1', sameAsJobId: 'J9', source: { system: 'SUITE' }, assurance: 'DOCUMENTED' },
  };
  const [one, two, three] = ['b', 'c', 'd'].map((letter) => letter.repeat(13)) as [string, string, string];
  const reads = await deskOf(async (ledger) => {
    await record(
      ledger,
      stream(one),
      linked,
      submitted(`${one}.a`, 'P1', { jobId: 'J1' }),
      submitted(`${one}.b`, 'P2', { jobId: 'J9' }),
    );
    await record(
      ledger,
      stream(two),
      ...['a', 'b'].flatMap((claim) => [
        submitted(`${two}.${claim}`, claim, { jobId: `J${claim}` }),
        determined(`${two}.${claim}`, 'PENDING', { episodeOn: '2025-09-01', open: ['NOT_YET_MATURE'] }),
      ]),
    );
    await record(
      ledger,
      stream(three),
      submitted(`${three}.a`, 'P1', { jobId: 'J1' }),
      submitted(`${three}.b`, 'P2', { jobId: 'J1' }),
      {
        type: 'ClaimWithdrawn',
        payload: { claimId: `${three}.b`, reason: 'MISTAKE', withdrawnOn: '2026-03-02' },
      },
    );
  });
  const { claims } = await readDesk(reads, { ...page, contested: true });
  expect(claims.map(({ claimId }) => claimId)).toEqual([`${one}.a`, `${one}.b`, `${two}.a`, `${two}.b`]);
});

test('a rejection of which nobody was told waits for its notice since the day it has said the same', async () => {
  const claimId = `${ANJA}.a`;
  const ledger = memoryLedger();
  const reads = folder.reads();
  const runner = new ProjectionRunner({ ledger, reads, projections: [CLAIMS_DESK] });
  const reject = (hash: string, asOf: string) =>
    determined(claimId, 'REJECTED', {
      hash,
      fail: ['BENEFIT_NOT_ENDED'],
      basis: { fileRevision: 0, terms: [], ruleSet: 'NL-RULES@1', asOf },
    });
  await record(
    ledger,
    stream(ANJA),
    submitted(claimId, 'SAGENN'),
    reject('a', '2026-03-01'),
    reject('b', '2026-03-03'),
  );
  const [last] = await record(ledger, stream(ANJA), reject('b', '2026-03-08'));
  await runner.catchUp();
  expect(await deskClaim(reads, '0392', claimId)).toMatchObject({
    state: 'REJECTED',
    noticeKind: 'REJECTED',
    noticeSubjectId: last?.id,
    noticeSinceOn: '2026-03-03',
  });
  const waiting = { ...page, noticeSince: dayOf('2026-03-03') };
  expect((await readDesk(reads, { ...page, underway: true })).count).toBe(1);
  expect((await readDesk(reads, waiting)).count).toBe(1);
  expect((await readDesk(reads, { ...page, noticeSince: dayOf('2026-03-02') })).count).toBe(0);
  await record(ledger, stream(ANJA), notified(claimId, { kind: 'REJECTED', about: last?.id }));
  await runner.catchUp();
  expect((await readDesk(reads, waiting)).count).toBe(0);
  expect((await readDesk(reads, { ...page, underway: true })).count).toBe(0);
  expect((await readDesk(reads, { ...page, underway: false })).count).toBe(1);
});

test('the desk answers by state, provider and age, sorted and in pages', async () => {
  const reads = await deskOf(async (ledger) => {
    for (const [n, letter] of 'abcdefgh'.split('').entries()) {
      const person = letter.repeat(13);
      const claimId = `${person}.a`;
      await record(
        ledger,
        stream(person),
        submitted(claimId, n % 2 === 0 ? 'P1' : 'P2', { submittedOn: `2026-03-0${n + 1}` }),
        determined(claimId, 'ELIGIBLE', { cents: 100_000 * n }),
      );
    }
    await record(ledger, 'client-0363-aaaaaaaaaaaaa', submitted(`${ANJA}.z`, 'P1'));
  });
  const eligible = { ...page, states: ['ELIGIBLE' as const], providerId: 'P1', limit: 3 };
  const { count, claims } = await readDesk(reads, { ...eligible, orderBy: 'cents', descending: true });
  expect(count).toBe(4);
  expect(claims.map(({ toPayCents }) => toPayCents)).toEqual([600_000, 400_000, 200_000]);
  const rest = await readDesk(reads, { ...eligible, orderBy: 'cents', descending: true, offset: 3 });
  expect(rest.claims.map(({ cents }) => cents)).toEqual([0]);
  const old = await readDesk(reads, { ...page, age: { days: 10, today: dayOf('2026-03-14') } });
  expect(old.count).toBe(4);
  expect(await deskClaim(reads, '0392', `${ANJA}.z`)).toBeUndefined();
});

test('what is contested comes first, then the oldest; numbers and references are found by a part of them', async () => {
  const reads = await deskOf(async (ledger) => {
    const [old, young] = ['b', 'c'].map((letter) => letter.repeat(13)) as [string, string];
    await record(
      ledger,
      stream(young),
      submitted(`${young}.a`, 'P1', { submittedOn: '2026-03-05', providerReference: 'RS-2026/7' }),
    );
    await record(ledger, stream(old), submitted(`${old}.a`, 'P1', { submittedOn: '2026-03-01', jobId: 'J_7' }));
    await record(
      ledger,
      stream(ANJA),
      submitted(`${ANJA}.a`, 'P1', { submittedOn: '2026-03-08', jobId: 'J1' }),
      submitted(`${ANJA}.b`, 'P2', { submittedOn: '2026-03-09', jobId: 'J1' }),
    );
  });
  const ids = async (more: object) =>
    (await readDesk(reads, { ...page, ...more })).claims.map(({ claimId }) => claimId.replace(/(.)+\./, '$1'));
  expect(await ids({})).toEqual(['aa', 'ab', 'ba', 'ca']);
  expect(await ids({ text: 'rs-2026' })).toEqual(['ca']);
  expect(await ids({ text: 'j_7' })).toEqual(['ba']);
  expect(await ids({ text: 'j%7' })).toEqual([]);
  expect(await ids({ text: 'bbbbbb' })).toEqual(['ba']);
});

test('an approval of what the claim no longer says waits for a fresh one; a term that is over is overdue', async () => {
  const claimId = `${ANJA}.a`;
  const ledger = memoryLedger();
  const reads = folder.reads();
  const runner = new ProjectionRunner({ ledger, reads, projections: [CLAIMS_DESK] });
  const [, first] = await record(
    ledger,
    stream(ANJA),
    submitted(claimId, 'P1'),
    determined(claimId, 'ELIGIBLE', { cents: 300_000 }),
  );
  const approved = (about: { id: string } | undefined, hash: string) => ({
    type: 'ApprovalGiven',
    payload: {
      claimId,
      step: 1,
      determinationId: about?.id,
      decisionHash: hash.repeat(64),
      entitlementCents: 300_000,
      sufficient: true,
      approvedOn: '2026-03-10',
    },
    actor: { id: 'o-1', role: 'OFFICER', orgId: 'G' } as const,
  });
  await record(ledger, stream(ANJA), approved(first, 'a'));
  await runner.catchUp();
  expect((await readDesk(reads, { ...page, waitsFor: 'FRESH_APPROVAL' })).count).toBe(0);
  const [second] = await record(
    ledger,
    stream(ANJA),
    determined(claimId, 'PENDING', { hash: 'b', open: ['NOT_YET_MATURE'], untilOn: '2026-04-01' }),
  );
  await runner.catchUp();
  expect((await readDesk(reads, { ...page, waitsFor: 'FRESH_APPROVAL' })).claims).toMatchObject([
    { claimId, stale: true, dueOn: '2026-04-01' },
  ]);
  expect((await readDesk(reads, { ...page, overdueOn: dayOf('2026-04-01') })).count).toBe(0);
  expect((await readDesk(reads, { ...page, overdueOn: dayOf('2026-04-02'), outcome: 'PENDING' })).count).toBe(1);
  await record(ledger, stream(ANJA), approved(second, 'b'));
  await runner.catchUp();
  expect((await readDesk(reads, { ...page, waitsFor: 'FRESH_APPROVAL' })).count).toBe(0);
});

test('the desk filters 10,000 claims, and says how long it took (meant: within 200 ms)', async () => {
  const reads = folder.reads();
  await reads.prepare(CLAIMS_DESK);
  const rows = new Map(Array.from({ length: 10_000 }, (_, n) => [`client-${n}`, [row(n)]]));
  const from = await reads.checkpoint('claims-desk', 1);
  await reads.write([{ projection: CLAIMS_DESK, from, to: from, rows }]);
  const started = performance.now();
  const { count } = await readDesk(reads, { ...page, states: ['ELIGIBLE'], providerId: 'P3', orderBy: 'toPayCents' });
  await readDesk(reads, { ...page, contested: true });
  expect((await readDesk(reads, { ...page, text: 'REF-5000', waitsFor: 'FRESH_APPROVAL' })).count).toBe(1);
  process.stdout.write(`desk: three filters on 10,000 claims in ${(performance.now() - started).toFixed(0)} ms\n`);
  expect(count).toBe(167);
});
