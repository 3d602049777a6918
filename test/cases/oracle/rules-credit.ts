import { dayOf, plus, type Day } from './days.js';
import { fail, open, type Finding } from './rules-benefit.js';
import type { Scene } from './scene.js';
import type { Job, Traject } from './seen.js';

/** What the rules about credit leave: codes, and how much of the tariff is due. */
export interface Credit {
  findings: Finding[];
  /** Basis points of help where the client found the job; all of it otherwise. */
  assistBp: number;
}

/** The latest recorded attribution of the job, if any is visible. */
export function attributionOf({ job, seen }: Scene): Record<string, number> | undefined {
  if (!job) return undefined;
  const [latest] = seen
    .of('AttributionDecided')
    .filter((fact) => fact.job === job.id)
    .toSorted((one, other) => dayOf(other.rec) - dayOf(one.rec));
  return latest?.shares;
}

/** The decided shares where they replace R34: with a job, a traject and causality required. */
export function sharesInForce(scene: Scene): Record<string, number> | undefined {
  return scene.traject && scene.preset.causality === 'REQUIRED' ? attributionOf(scene) : undefined;
}

/** Each provider's cents: floor, then one cent each to the largest remainders (ties: provider ascending). */
export function allocate(tariff: number, shares: Record<string, number>): Map<string, number> {
  const parts = Object.entries(shares).map(([provider, bp]) => ({
    provider,
    cents: Math.floor((tariff * bp) / 10_000),
    rest: (tariff * bp) % 10_000,
  }));
  const left = tariff - parts.reduce((sum, { cents }) => sum + cents, 0);
  const byRest = parts.toSorted((one, other) => other.rest - one.rest || (one.provider < other.provider ? -1 : 1));
  return new Map(byRest.map(({ provider, cents }, place) => [provider, cents + (place < left ? 1 : 0)]));
}

const inTime = (traject: Traject, day: Day, aftercare: string): boolean =>
  traject.from <= day && (traject.end === undefined || day < plus(traject.end, aftercare));

/** R34 without an officer's attribution. */
function credited({ preset, seen, claim }: Scene, job: Job, applied: Day): Finding[] {
  const candidates = seen.trajects.filter(
    (traject) => inTime(traject, job.from, preset.aftercare) && traject.intake <= applied,
  );
  const last = Math.max(...candidates.map(({ from }) => from));
  const looked = preset.attribution === 'SPLIT' ? candidates : candidates.filter(({ from }) => from === last);
  const providers = new Set(looked.map(({ provider }) => provider));
  if (providers.size === 0) return [];
  if (!providers.has(claim.provider)) return [fail('OUTFLOW_CREDITED_TO_OTHER')];
  return providers.size > 1 ? [open('COMPETING_CLAIM')] : [];
}

function disputed({ preset, seen }: Scene, job: Job): boolean {
  if (preset.causality === 'NONE') return false;
  const statements = seen.of('ClientStatement').filter((fact) => fact.job === job.id);
  const latest = Math.max(...statements.map(({ rec }) => dayOf(rec)));
  return statements.some(({ rec, contribution }) => dayOf(rec) === latest && contribution === 'NONE');
}

function causality(scene: Scene, job: Job, traject: Traject): Credit {
  const { preset, seen, at, claim } = scene;
  const decided = sharesInForce(scene);
  const findings: Finding[] = [];
  let assistBp = 10_000;
  if (!inTime(traject, job.from, preset.aftercare)) findings.push(fail('OUTSIDE_AFTERCARE'));
  const applications = seen.of('ApplicationStarted').filter((fact) => fact.job === job.id && dayOf(fact.date) <= at);
  const applied = Math.min(...applications.map(({ date }) => dayOf(date)));
  const inOrder = applications.length > 0 && applied >= traject.intake;
  if (applications.length === 0) findings.push(open('APPLICATION_DATE_UNKNOWN'));
  else if (!inOrder) findings.push(fail('SELF_FOUND_BEFORE_INTAKE'));
  if (decided) {
    return {
      findings: [...findings, ...((decided[claim.provider] ?? 0) === 0 ? [fail('OUTFLOW_CREDITED_TO_OTHER')] : [])],
      assistBp,
    };
  }
  if (inOrder && applications.every(({ by }) => by === 'CLIENT')) {
    if (preset.selfFoundAfter === 'REVIEW') findings.push(open('SELF_FOUND_ASSISTED'));
    else if (preset.selfFoundAfter !== 'IGNORE') assistBp = preset.selfFoundAfter;
  }
  const services = seen
    .of('ServiceDelivered')
    .filter((fact) => fact.traject === traject.id && dayOf(fact.date) < job.from && dayOf(fact.date) <= at);
  if (services.length < preset.minServices) findings.push(open('NO_CONTRIBUTION_EVIDENCE'));
  if (disputed(scene, job)) findings.push(open('CLIENT_DISPUTES_CONTRIBUTION'));
  if (applications.length > 0) findings.push(...credited(scene, job, applied));
  return { findings, assistBp };
}

/** R29 to R34: in time, after intake, helped, and whose outflow it is. */
export function credit(scene: Scene): Credit {
  const { job, traject, preset } = scene;
  if (job && traject && preset.causality === 'REQUIRED') return causality(scene, job, traject);
  const alone = job && !attributionOf(scene) && disputed(scene, job);
  return { findings: alone ? [open('CLIENT_DISPUTES_CONTRIBUTION')] : [], assistBp: 10_000 };
}

/** R36: another funder. */
export function otherFunder({ job, seen }: Scene): Finding[] {
  const reports = seen.of('ExternalClaimReported').filter((fact) => fact.job === job?.id);
  if (reports.some(({ status }) => status === 'PAID')) return [fail('CLAIMED_WITH_OTHER_FUNDER')];
  return reports.length > 0 ? [open('CLAIMED_WITH_OTHER_FUNDER')] : [];
}
