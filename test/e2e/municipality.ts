import { PRESETS } from '@uitkomst/domain';
import type { SimulatedClock } from '../../apps/api/src/demonstration/simulated-clock.js';
import type { Answer, Caller, RunningApp } from './running-app.js';
import { confirmedAccount } from './story.js';

export const PROVIDERS = ['AANBIEDER-A', 'AANBIEDER-B'] as const;
const SOURCES = ['UWV_POLIS', 'GWS4ALL'] as const;

/** What came back, or the whole problem where something else was expected. */
export function expectStatus<T>(answer: Answer<T>, status: number): Answer<T> {
  if (answer.status !== status)
    throw new Error(`${status} expected, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

/** A municipality in business: a definition set, two providers under contract, tariffs; it is January 2025. */
export async function setUpMunicipality(running: RunningApp, clock: SimulatedClock): Promise<void> {
  clock.moveTo('2025-01-06');
  const contracts = await running.as('CONTRACTS');
  const parameters = { ...PRESETS.get('NL-STD@1')?.parameters, requiredSources: [...SOURCES] };
  const definition = {
    version: 1,
    parameters,
    text: 'Duurzame uitstroom',
    decisionRef: 'Raad 2024/12',
    validFrom: '2024-01-01',
  };
  expectStatus(await contracts.post('/normenkaders/NL-STD/versies', definition), 201);
  for (const providerId of PROVIDERS) {
    const since = { validFrom: '2024-01-01' };
    expectStatus(await contracts.post('/aanbieders', { providerId, ownership: 'PRIVATE', ...since }), 201);
    await confirmedAccount(running, providerId);
    const contractId = `K-${providerId}`;
    const made = expectStatus(
      await contracts.post('/contracten', { contractId, providerId, definitionSetId: 'NL-STD', ...since }),
      201,
    );
    const tariff = { milestone: 'SUSTAINED', cents: 300_000, ...since };
    const ifMatch = String(made.headers['etag']);
    expectStatus(await contracts.post(`/contracten/${contractId}/tarieven`, tariff, { ifMatch }), 201);
  }
}

/** The registers have delivered everything up to that day. */
export async function completeThrough(running: RunningApp, day: string): Promise<void> {
  for (const system of SOURCES) {
    const caller = await running.as(system === 'UWV_POLIS' ? 'REGISTRY' : 'BENEFITS');
    expectStatus(await caller.post('/watermerken', { system, completeThrough: day }), 201);
  }
}

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2];

/** A number that passes the check of a BSN; each ordinal gives another. */
export function testBsn(ordinal: number): string {
  for (let head = 10_000_000 + ordinal * 10; ; head += 1) {
    const digits = String(head);
    const check = WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11;
    if (check < 10) return `${digits}${check}`;
  }
}

export interface Staff {
  readonly casemgr: Caller;
  readonly benefits: Caller;
  readonly registry: Caller;
  readonly providers: Readonly<Record<string, Caller>>;
}

export async function staffOf(running: RunningApp): Promise<Staff> {
  const [casemgr, benefits, registry] = await Promise.all([
    running.as('CASEMGR'),
    running.as('BENEFITS'),
    running.as('REGISTRY'),
  ]);
  const callers = await Promise.all(
    PROVIDERS.map(async (organisation) => [organisation, await running.as('PROVIDER', { organisation })] as const),
  );
  return { casemgr, benefits, registry, providers: Object.fromEntries(callers) };
}

const ORIGIN = {
  municipal: { source: { system: 'GWS4ALL' }, assurance: 'AUTHORITATIVE' },
  registry: { source: { system: 'UWV_POLIS' }, assurance: 'AUTHORITATIVE' },
  provider: { source: { system: 'PROVIDER_API' }, assurance: 'ASSERTED_BY_PROVIDER' },
} as const;

/** Records a fact and answers with the event's id. */
export async function record(
  caller: Caller,
  dossierRef: string,
  fact: Readonly<Record<string, unknown>>,
): Promise<string> {
  const answer = expectStatus(await caller.post<{ eventId: string }>(`/dossiers/${dossierRef}/feiten`, fact), 201);
  return answer.body.eventId;
}

/** A client on welfare since March 2025 with a traject at both providers, off welfare and in work from 1 October. */
export async function clientInWork(staff: Staff, ordinal: number, jobs: readonly Job[]): Promise<string> {
  const { casemgr, benefits, registry } = staff;
  const opened = expectStatus(
    await casemgr.post<{ dossierRef: string }>('/dossiers', {
      bsn: testBsn(ordinal),
      validFrom: '2025-03-03',
      ...ORIGIN.municipal,
    }),
    201,
  );
  const { dossierRef } = opened.body;
  await record(benefits, dossierRef, {
    type: 'BenefitGranted',
    benefitId: 'b1',
    kind: 'BIJSTAND',
    validFrom: '2025-03-01',
    ...ORIGIN.municipal,
  });
  for (const [index, providerId] of PROVIDERS.entries()) {
    const trajectId = `t${index}`;
    const [intakeOn, validFrom] = index === 0 ? ['2025-04-01', '2025-04-07'] : ['2025-06-02', '2025-06-09'];
    await record(casemgr, dossierRef, {
      type: 'TrajectAssigned',
      trajectId,
      providerId,
      contractId: `K-${providerId}`,
      intakeOn,
      validFrom,
      ...ORIGIN.municipal,
    });
    const provider = staff.providers[providerId];
    if (provider === undefined) throw new Error(`${providerId} has no caller`);
    await record(provider, dossierRef, {
      type: 'ServiceDelivered',
      trajectId,
      kind: 'JOB_COACHING',
      validFrom: '2025-07-01',
      ...ORIGIN.provider,
    });
  }
  for (const { jobId, employerId, appliedOn } of jobs) {
    await record(casemgr, dossierRef, {
      type: 'ApplicationStarted',
      jobId,
      by: 'PROVIDER',
      validFrom: appliedOn,
      ...ORIGIN.municipal,
    });
    await record(registry, dossierRef, {
      type: 'PlacementStarted',
      jobId,
      employerId,
      form: 'REGULAR',
      weeklyHours: 1800,
      validFrom: '2025-10-01',
      ...ORIGIN.registry,
    });
  }
  await record(benefits, dossierRef, {
    type: 'BenefitStopped',
    benefitId: 'b1',
    reason: 'WORK_EMPLOYMENT',
    validFrom: '2025-10-01',
    ...ORIGIN.municipal,
  });
  return dossierRef;
}

export interface Job {
  readonly jobId: string;
  readonly employerId: string;
  readonly appliedOn: string;
}
