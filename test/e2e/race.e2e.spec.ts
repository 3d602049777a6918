import { amsterdamDay, claimState, type ClientFile } from '@uitkomst/domain';
import { SimulatedClock } from '../../apps/api/src/demonstration/simulated-clock.js';
import {
  clientInWork,
  completeThrough,
  expectStatus,
  PROVIDERS,
  setUpMunicipality,
  staffOf,
  type Job,
  type Staff,
} from './municipality.js';
import { runApp, type Answer, type Caller, type RunningApp } from './running-app.js';

/**
 * Haarlem: "Kan het bijvoorbeeld gebeuren dat twee bedrijven dezelfde geslaagde re-integratie claimen?" Both claim at the same
 * instant, both are carried as far as the officers can carry them, and one is paid.
 */
const ROUNDS = Number(process.env['STORM_ROUNDS'] ?? 200);

/** The first application before the second provider's intake is the first provider's; the later one is the second's. */
const EARLY = '2025-05-05';
const LATE = '2025-08-04';
const job = (jobId: string, employerId: string, appliedOn: string): Job => ({ jobId, employerId, appliedOn });

interface Kind {
  readonly jobs: readonly [Job, Job];
  /** How many of the two the rules let through to a batch: then only the money guard is left. */
  readonly payable: number;
}

const PART_TIME: Kind = { jobs: [job('j1', 'SCHOOL', EARLY), job('j2', 'WINKEL', LATE)], payable: 2 };
const KINDS: readonly (readonly [name: string, kind: Kind])[] = [
  ['one job', { jobs: [job('j1', 'SCHOOL', LATE), job('j1', 'SCHOOL', LATE)], payable: 1 }],
  ['two part-time jobs', PART_TIME],
  ['two ids of one job', { jobs: [job('j1', 'SCHOOL', EARLY), job('j1-polis', 'SCHOOL', LATE)], payable: 1 }],
];

interface ClaimAnswer {
  readonly claimId: string;
  readonly state: string;
  readonly determinationId: string;
  readonly decisionHash: string;
  readonly reasons: readonly { readonly code: string }[];
}

const clock = new SimulatedClock();
let running: RunningApp;
let staff: Staff;
let ordinal = 0;

beforeAll(async () => {
  clock.moveTo('2025-01-06');
  running = await runApp({ clock });
  await running.app.http.listen(0, '127.0.0.1');
  await setUpMunicipality(running, clock);
  clock.moveTo('2026-06-01');
  await completeThrough(running, '2026-05-31');
  staff = await staffOf(running);
});
afterAll(() => running.stop());

/** Over a connection of its own, so that the two really meet. */
async function claimOverHttp(caller: Caller, body: object): Promise<Answer<ClaimAnswer>> {
  const answer = await fetch(`${await running.app.http.getUrl()}/v1/claims`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${caller.token}`,
      'content-type': 'application/json',
      'idempotency-key': `race-${(ordinal += 1)}`,
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, headers: {}, body: (await answer.json()) as ClaimAnswer };
}

/** Approves whatever the desk may approve: the rules, not the officers, must keep the second one out. */
async function approveBoth(claimId: string): Promise<void> {
  for (const role of ['OFFICER', 'APPROVER2'] as const) {
    const officer = await running.as(role, { subject: `${role}-1` });
    const { body, headers } = expectStatus(await officer.get<ClaimAnswer>(`/claims/${claimId}`), 200);
    if (!['ELIGIBLE', 'APPROVED_1'].includes(body.state)) return;
    const { determinationId, decisionHash } = body;
    const approval = { decision: 'APPROVE', determinationId, decisionHash };
    expectStatus(
      await officer.post(`/claims/${claimId}/beoordelingen`, approval, { ifMatch: String(headers['etag']) }),
      201,
    );
  }
}

async function preparedBatch(
  claimId: string,
): Promise<{ readonly batchId: string; readonly etag: string } | undefined> {
  const officer = await running.as('OFFICER', { subject: 'OFFICER-2' });
  const answer = await officer.post<{ batchId: string }>('/betaalbatches', { claimIds: [claimId] });
  return answer.status === 201 ? { batchId: answer.body.batchId, etag: String(answer.headers['etag']) } : undefined;
}

async function release({ batchId, etag }: { readonly batchId: string; readonly etag: string }): Promise<void> {
  const officer = await running.as('OFFICER', { subject: 'OFFICER-3' });
  expectStatus(await officer.post(`/betaalbatches/${batchId}/vrijgaven`, {}, { ifMatch: etag }), 201);
}

const fileOf = async (dossierRef: string): Promise<ClientFile> =>
  (await running.app.services.clientFiles.read('0000', dossierRef)).state;

interface Raced {
  readonly dossierRef: string;
  readonly claimIds: readonly string[];
  /** Batches that could be prepared: two where the rules alone kept nobody out. */
  readonly prepared: number;
}

async function race([first, second]: readonly [Job, Job]): Promise<Raced> {
  const jobs = first.jobId === second.jobId ? [first] : [first, second];
  const dossierRef = await clientInWork(staff, (ordinal += 1), jobs);
  const bodies = [first, second].map(({ jobId }, index) => ({
    dossierRef,
    contractId: `K-${PROVIDERS[index]}`,
    trajectId: `t${index}`,
    jobId,
  }));
  const answers = await Promise.all(
    PROVIDERS.map((name, index) => claimOverHttp(staff.providers[name] as Caller, bodies[index] ?? {})),
  );
  const claimIds = answers.map((answer) => expectStatus(answer, 201).body.claimId);
  await Promise.all(claimIds.map(approveBoth));
  const batches = await Promise.all(claimIds.map(preparedBatch));
  await Promise.all(batches.map(async (batch) => batch && release(batch)));
  return { dossierRef, claimIds, prepared: batches.filter((batch) => batch !== undefined).length };
}

test.each(KINDS)(
  `two providers claim the same outflow at the same instant, %s: both are recorded, one is ordered (${ROUNDS} rounds in all)`,
  async (_name, { jobs, payable }) => {
    for (let round = 0; round < Math.ceil(ROUNDS / KINDS.length); round += 1) {
      const { dossierRef, claimIds, prepared } = await race(jobs);
      const file = await fileOf(dossierRef);
      const today = amsterdamDay(new Date(clock.now()).toISOString());
      const states = claimIds.map((claimId) => claimState(file, claimId, { today }) ?? 'NONE');
      expect(new Set(file.claims.keys())).toEqual(new Set(claimIds));
      expect(prepared).toBe(payable);
      expect(file.payments).toHaveLength(1);
      expect(states.toSorted()).toEqual(['PAYMENT_ORDERED', 'REJECTED']);
    }
  },
  600_000,
);

test('the one who is not paid is told why after release, and not who was', async () => {
  const { dossierRef, claimIds } = await race(PART_TIME.jobs);
  const file = await fileOf(dossierRef);
  const loser = claimIds.find((claimId) => file.payments.every((payment) => payment.claimId !== claimId)) ?? '';
  const loserName = file.claims.get(loser)?.submission.payload.providerId ?? '';
  const rival = PROVIDERS.find((name) => name !== loserName) ?? '';
  const provider = staff.providers[loserName] as Caller;
  const before = expectStatus(await provider.get<ClaimAnswer>(`/claims/${loser}`), 200);
  expect(before.body.state).toBe('IN_TREATMENT');
  clock.moveTo('2026-06-15');
  const officer = await running.as('OFFICER', { subject: 'OFFICER-1' });
  const seen = expectStatus(await officer.get<ClaimAnswer>(`/claims/${loser}`), 200);
  const notice = { subjectEventId: seen.body.determinationId, letterId: 'AFWIJZING' };
  expectStatus(
    await officer.post(`/claims/${loser}/bekendmakingen`, notice, { ifMatch: String(seen.headers['etag']) }),
    201,
  );
  const told = expectStatus(await provider.get<ClaimAnswer>(`/claims/${loser}`), 200);
  expect(told.body.reasons.map(({ code }) => code)).toEqual(['OUTFLOW_NOT_CREDITED']);
  expect(JSON.stringify(told.body)).not.toContain(rival);
  expect((await provider.get(`/claims/${claimIds.find((claimId) => claimId !== loser)}`)).status).toBe(404);
});
