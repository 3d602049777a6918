import { PRESETS } from '@uitkomst/domain';
import type { Clock } from '@uitkomst/ledger';
import type { Answer, Caller, RunningApp } from './running-app.js';

const instantOf = (text: string): number => Date.parse(`${text}T09:00:00Z`);

/** A clock that stands still on a morning until it is set to a later one. */
export function storyClock(day: string): Clock & { moveTo(day: string): void } {
  let now = instantOf(day);
  return { now: () => now, elapsed: () => now, moveTo: (later) => (now = instantOf(later)) };
}

/** Citizen service numbers that pass the eleven test and belong to nobody. */
export const BSNS = ['123456782', '111222333', '999990019', '999991772', '999993653', '999996770'] as const;

export const must = <T>(answer: Answer<T>, status = 201): T => {
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

const sure = (system: string) => ({ source: { system }, assurance: 'AUTHORITATIVE' });

/** The municipality with one definition set and a contract and tariff for each of these providers. */
export async function setOut(running: RunningApp, providers: readonly string[]): Promise<void> {
  const contracts = await running.as('CONTRACTS');
  const standard = PRESETS.get('NL-STD@1');
  if (standard === undefined) throw new Error('NL-STD@1 is missing');
  must(
    await contracts.post('/normenkaders/NL-STD/versies', {
      version: 1,
      parameters: standard.parameters,
      text: 'Duurzame uitstroom: regulier werk en zes maanden geen uitkering.',
      decisionRef: 'Raadsbesluit 2003/118',
      validFrom: '2004-01-01',
    }),
  );
  for (const providerId of providers) {
    const contractId = `K-${providerId}`;
    const since = { validFrom: '2004-01-01' };
    must(await contracts.post('/aanbieders', { providerId, ownership: 'PRIVATE', ...since }));
    await confirmedAccount(running, providerId);
    const registered = await contracts.post('/contracten', {
      contractId,
      providerId,
      definitionSetId: 'NL-STD',
      fourEyesThresholdCents: 250_000,
      ...since,
    });
    must(registered);
    must(
      await contracts.post(
        `/contracten/${contractId}/tarieven`,
        { milestone: 'SUSTAINED', cents: 300_000, ...since },
        { ifMatch: String(registered.headers['etag']) },
      ),
    );
  }
}

/** Agens has a contract under which payslips are handed in. */
export async function underProof(running: RunningApp): Promise<void> {
  const contracts = await running.as('CONTRACTS');
  const since = { validFrom: '2004-01-01' };
  const parameters = { ...PRESETS.get('NL-STD@1')?.parameters, requiredEvidence: ['PAYSLIP'] };
  const definition = { version: 1, parameters, text: 'Met loonstrook', decisionRef: 'Raadsbesluit 2003/119', ...since };
  must(await contracts.post('/normenkaders/NL-LOONSTROOK/versies', definition));
  must(await contracts.post('/aanbieders', { providerId: 'AGENS', ownership: 'PRIVATE', ...since }));
  const contract = { contractId: 'K-AGENS', providerId: 'AGENS', definitionSetId: 'NL-LOONSTROOK', ...since };
  const registered = await contracts.post('/contracten', contract);
  must(registered);
  const tariff = { milestone: 'SUSTAINED', cents: 300_000, ...since };
  must(await contracts.post('/contracten/K-AGENS/tarieven', tariff, { ifMatch: String(registered.headers['etag']) }));
}

/** Where the provider's money goes: payable a week from now. */
export async function confirmedAccount(running: RunningApp, providerId: string): Promise<void> {
  const contracts = await running.as('CONTRACTS');
  const url = `/aanbieders/${providerId}`;
  const etag = (await contracts.get(url)).headers['etag'];
  const body = { iban: 'NL91 ABNA 0417 1643 00', holder: `Stichting ${providerId}`, activeFrom: '2004-01-01' };
  const registered = await contracts.post<{ readonly accountId: string }>(`${url}/rekeningen`, body, {
    ifMatch: String(etag),
  });
  const { accountId } = must(registered);
  const finance = await running.as('FINANCE');
  const ifMatch = String(registered.headers['etag']);
  must(await finance.post(`${url}/rekeningen/${accountId}/bevestigingen`, {}, { ifMatch }));
}

/** A client on welfare who is assigned to these providers, found a job through the first, and left welfare for good. */
export async function clientWithJob(running: RunningApp, bsn: string, providers: readonly string[]): Promise<string> {
  const manager = await running.as('CASEMGR');
  const benefits = await running.as('BENEFITS');
  const registry = await running.as('REGISTRY', { organisation: 'UWV' });
  const { dossierRef } = must(
    await manager.post<{ readonly dossierRef: string }>('/dossiers', {
      bsn,
      validFrom: '2008-01-01',
      ...sure('GWS4ALL'),
    }),
  );
  const record = async (caller: Caller, fact: object): Promise<void> => {
    must(await caller.post(`/dossiers/${dossierRef}/feiten`, fact));
  };
  await record(benefits, {
    type: 'BenefitGranted',
    benefitId: 'B1',
    kind: 'BIJSTAND',
    validFrom: '2008-01-01',
    ...sure('GWS4ALL'),
  });
  for (const [index, providerId] of providers.entries()) {
    const traject = { trajectId: `T-${providerId}`, providerId, contractId: `K-${providerId}` };
    const dates = { intakeOn: '2008-02-04', validFrom: `2008-02-1${index}` };
    await record(manager, { type: 'TrajectAssigned', ...traject, ...dates, ...sure('SUITE') });
    const provider = await running.as('PROVIDER', { organisation: providerId, subject: `p-${providerId}` });
    const asserted = { source: { system: 'PROVIDER_API' }, assurance: 'ASSERTED_BY_PROVIDER' };
    await record(provider, {
      type: 'ServiceDelivered',
      trajectId: traject.trajectId,
      kind: 'VACANCY_REFERRAL',
      validFrom: '2008-07-20',
      ...asserted,
    });
  }
  await record(manager, {
    type: 'ApplicationStarted',
    jobId: 'J1',
    by: 'PROVIDER',
    validFrom: '2008-08-04',
    ...sure('SUITE'),
  });
  await record(registry, {
    type: 'PlacementStarted',
    jobId: 'J1',
    employerId: 'BEVEILIGER',
    form: 'REGULAR',
    weeklyHours: 3600,
    validFrom: '2008-09-01',
    ...sure('UWV_POLIS'),
  });
  const stopped = { type: 'BenefitStopped', benefitId: 'B1', reason: 'WORK_EMPLOYMENT', validFrom: '2008-09-01' };
  await record(benefits, { ...stopped, ...sure('GWS4ALL') });
  return dossierRef;
}

export interface ClaimBody {
  readonly claimId: string;
  readonly state: string;
  readonly outcome?: string;
  readonly cents?: number;
  readonly determinationId: string;
  readonly decisionHash: string;
  readonly reasons: readonly { readonly code: string }[];
}

export const claimFor = (providerId: string, dossierRef: string): object => ({
  dossierRef,
  contractId: `K-${providerId}`,
  trajectId: `T-${providerId}`,
  jobId: 'J1',
  assertedOutflowOn: '2008-09-01',
});

export async function watermarks(running: RunningApp, completeThrough: string): Promise<void> {
  const registry = await running.as('REGISTRY', { organisation: 'UWV' });
  const benefits = await running.as('BENEFITS');
  must(await registry.post('/watermerken', { system: 'UWV_POLIS', completeThrough }));
  must(await benefits.post('/watermerken', { system: 'GWS4ALL', completeThrough }));
}

/** Approved by two people of the development issuer, so that a screen can be theirs. */
export async function approvedByTwo(running: RunningApp, claimIds: readonly string[]): Promise<void> {
  for (const claimId of claimIds)
    for (const [role, subject] of [
      ['OFFICER', 'betaalfunctionaris-1'],
      ['APPROVER2', 'approver2-1'],
    ] as const) {
      const who = await running.as(role, { subject });
      const claim = await who.get<ClaimBody>(`/claims/${claimId}`);
      const { determinationId, decisionHash } = claim.body;
      const seen = { decision: 'APPROVE', determinationId, decisionHash };
      must(await who.post(`/claims/${claimId}/beoordelingen`, seen, { ifMatch: String(claim.headers['etag']) }));
    }
}

/** Approved by two, put in a batch by one, released by another, and told to the bank. */
export async function releasedBatch(running: RunningApp, claimIds: readonly string[]): Promise<void> {
  await approvedByTwo(running, claimIds);
  const officer = await running.as('OFFICER', { subject: 'betaalfunctionaris-1' });
  const prepared = await officer.post<{ readonly batchId: string }>('/betaalbatches', { claimIds });
  const { batchId } = must(prepared);
  const payer = await running.as('OFFICER', { subject: 'betaalfunctionaris-2' });
  must(await payer.post(`/betaalbatches/${batchId}/vrijgaven`, {}, { ifMatch: String(prepared.headers['etag']) }));
  must(await (await running.as('FINANCE')).post(`/betaalbatches/${batchId}/betaalbestand`, {}));
}

/** What the bank calls the first order of a claim. */
export const orderNameOf = (claimId: string): string => `${claimId.replace('.', '')}01`;
