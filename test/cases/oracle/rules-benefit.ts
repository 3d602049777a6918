import { plus, type Day, dayOf } from './days.js';
import { isBijstand, type Scene } from './scene.js';
import { runs, type Benefit, type Subsidy } from './seen.js';

/** A code that a rule leaves: failing, or open (dated or not). */
export interface Finding {
  code: string;
  kind: 'FAIL' | 'OPEN';
  until?: Day;
}

export const fail = (code: string): Finding => ({ code, kind: 'FAIL' });
export const open = (code: string): Finding => ({ code, kind: 'OPEN' });

/** R1, R2: the contract in force and the assignment by the municipality. */
export function contractAndAssignment({ traject, seen }: Scene): Finding[] {
  if (!traject) return [fail('NO_ASSIGNMENT')];
  const registrations = seen.of('ContractRegistered').filter(({ id }) => id === traject.contract);
  const inForce = registrations.some(
    ({ from, to }) => dayOf(from) <= traject.from && (to === undefined || traject.from < dayOf(to)),
  );
  return registrations.length > 0 && !inForce ? [fail('CONTRACT_NOT_IN_FORCE')] : [];
}

/** R5: submitted at the latest on M + claimDeadline. */
export function claimLate({ maturity, preset, claim }: Scene): Finding[] {
  if (maturity === undefined) return [];
  return dayOf(claim.submitted) > plus(maturity, preset.claimDeadline) ? [fail('CLAIM_LATE')] : [];
}

/** R7, R8, R9: each blocking benefit gives exactly one code. */
export function blockingBenefits({ blockingBenefits: blocking, start, at }: Scene): Finding[] {
  const codeOf = (benefit: Benefit): string => {
    const covers = (cause: string, day: Day, least: number): boolean =>
      benefit.reductions.some(
        (reduction) =>
          reduction.cause === cause && reduction.pct >= least && reduction.from <= day && day < reduction.to,
      );
    if (covers('SANCTION', start ?? at, 100)) return 'SANCTION_NOT_OUTFLOW';
    return covers('EARNINGS', at, 0) ? 'PARTIAL_BENEFIT_CONTINUES' : 'BENEFIT_NOT_ENDED';
  };
  const codes = new Set(blocking.map(codeOf));
  return ['SANCTION_NOT_OUTFLOW', 'BENEFIT_NOT_ENDED', 'PARTIAL_BENEFIT_CONTINUES']
    .filter((code) => codes.has(code))
    .map(fail);
}

/** The counting funding that ended last, found by walking back day by day. */
function endedLast(fundings: (Benefit | Subsidy)[], limit: Day): (Benefit | Subsidy)[] {
  const earliest = Math.min(limit, ...fundings.map(({ from }) => from));
  for (let day = limit; day >= earliest; day -= 1) {
    const ending = fundings.filter((funding) => funding.end === day && runs(funding, day - 1));
    if (ending.length > 0) return ending;
  }
  return [];
}

function reasonFinding({ preset, job }: Scene, funding: Benefit | Subsidy): Finding | undefined {
  if ('job' in funding) return undefined;
  const reason = funding.reason ?? 'UNKNOWN';
  if (reason === 'EDUCATION') return fail('OUTFLOW_TO_EDUCATION');
  if (!preset.jobRequired || reason === 'WORK_EMPLOYMENT' || reason === 'WORK_SELF') return undefined;
  if ((reason === 'WORK_FIRST' || reason === 'MAX_DURATION') && job) return undefined;
  if (reason !== 'UNKNOWN') return fail('OUTFLOW_NOT_TO_WORK');
  const near = job && funding.end !== undefined && Math.abs(job.from - funding.end) <= 31;
  return near ? undefined : open('OUTFLOW_NOT_TO_WORK');
}

/** R10, R11: why the last funding before the anchor ended. */
export function outflowReason(scene: Scene): Finding[] {
  const { preset, job, formQualifies, anchor, at } = scene;
  if (preset.anchor === 'JOB_START' || scene.blockingBenefits.length > 0 || (job && !formQualifies)) return [];
  const limit = anchor === undefined || scene.blockingSubsidies.length > 0 ? at : anchor;
  const last = endedLast([...scene.benefits, ...(scene.benefitsOnly ? [] : scene.subsidies)], limit);
  if (last.length === 0) return [fail('OUTFLOW_NOT_TO_WORK')];
  const findings = last.map((funding) => reasonFinding(scene, funding));
  if (findings.includes(undefined)) return [];
  return findings.filter((finding) => finding !== undefined).toSorted((one, other) => rank(one) - rank(other));
}

const rank = ({ code }: Finding): number => (code === 'OUTFLOW_NOT_TO_WORK' ? 10 : 11);

/** R16: wage funding. */
export function subsidised({ start, preset, job, anchor, ...scene }: Scene): Finding[] {
  if (start === undefined) return [];
  const blocked = scene.blockingSubsidies.length > 0;
  const sheltered = preset.jobRequired && job?.form === 'SHELTERED' && !preset.formsAllowed.includes('SHELTERED');
  const converted = (subsidy: Subsidy): boolean => {
    if (subsidy.job !== job?.id || anchor === undefined) return false;
    for (let day = start; day < anchor; day += 1) if (runs(subsidy, day)) return true;
    return false;
  };
  const conversionFails = !preset.conversionCounts && scene.subsidies.some(converted);
  return blocked || sheltered || conversionFails ? [fail('SUBSIDISED_EMPLOYMENT')] : [];
}

/** R23, R24: open until maturity, and until the registries have had time. */
export function maturing({ maturity, preset, at }: Scene): Finding[] {
  if (maturity === undefined) return [];
  const findings: Finding[] = [];
  if (at < maturity) findings.push({ code: 'NOT_YET_MATURE', kind: 'OPEN', until: maturity });
  const registered = plus(maturity, preset.registryLag);
  if (at < registered) findings.push({ code: 'AWAITING_REGISTRY', kind: 'OPEN', until: registered });
  return findings;
}

/** R25, R26: a counting benefit on a day of the elapsed window. */
export function relapse({ window, benefits }: Scene): Finding[] {
  const again = benefits.filter((benefit) => window.some((day) => runs(benefit, day)));
  return [
    ...(again.some(({ kind }) => isBijstand(kind)) ? [fail('RELAPSE_WITHIN_SUSTAIN')] : []),
    ...(again.some(({ kind }) => !isBijstand(kind)) ? [fail('OTHER_BENEFIT_IN_SUSTAIN')] : []),
  ];
}
