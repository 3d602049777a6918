import { dayOf, minus, plus, type Day } from './days.js';
import { fail, open, type Finding } from './rules-benefit.js';
import { qualifies, type Scene } from './scene.js';
import { runs, type Job } from './seen.js';

const FORM_CODES: Record<string, string> = {
  UNPAID: 'NOT_PAID_EMPLOYMENT',
  PAYROLL: 'PAYROLL_PLACEMENT',
  DETACHERING: 'DETACHERING_NOT_REGULAR',
};

/** R12 to R15: the job is proven and of an allowed form (SHELTERED is R16's). */
export function provenAndAllowed({ preset, job }: Scene): Finding[] {
  if (!preset.jobRequired) return [];
  if (!job) return [open('EMPLOYMENT_UNVERIFIED')];
  const findings = job.proven ? [] : [open('EMPLOYMENT_UNVERIFIED')];
  if (preset.formsAllowed.includes(job.form) || job.form === 'SHELTERED') return findings;
  return [...findings, fail(FORM_CODES[job.form] ?? 'FORM_NOT_ALLOWED')];
}

/** R17, R18: not the claimant's own or an affiliated employer; self-employment confirmed. */
export function employer({ preset, job, claim, seen, formQualifies }: Scene): Finding[] {
  if (!preset.jobRequired || !job) return [];
  const employers = new Set([job.employer, job.hirer]);
  const affiliated = seen
    .of('AffiliationRegistered')
    .some((fact) => fact.provider === claim.provider && dayOf(fact.from) <= job.from && employers.has(fact.employer));
  const own = employers.has(claim.provider) && formQualifies;
  const findings: Finding[] = [];
  if (affiliated || own)
    findings.push(preset.affiliate === 'REVIEW' ? open('EMPLOYER_AFFILIATED') : fail('EMPLOYER_AFFILIATED'));
  if (job.form === 'SELF' && !job.selfConfirmed) findings.push(open('SELF_EMPLOYMENT_UNVERIFIED'));
  return findings;
}

/** The qualifying, unfunded jobs of one day: J proven or not, others only if proven. */
function jobsOn({ preset, job, seen, subsidies }: Scene, day: Day): Job[] {
  return seen.jobs.filter(
    (other) =>
      runs(other, day) &&
      qualifies(preset, other.form) &&
      (other.id === job?.id || other.proven) &&
      !subsidies.some((subsidy) => subsidy.job === other.id && runs(subsidy, day)),
  );
}

/** R19: hours on the worked days, each day's jobs added up. */
function hours(scene: Scene, job: Job): Finding[] {
  const { minHours } = scene.preset;
  if (minHours <= 0) return [];
  const worked = scene.window.map((day) => jobsOn(scene, day)).filter((jobs) => jobs.length > 0);
  const counted = worked.length > 0 ? worked : [[job]];
  if (counted.some((jobs) => jobs.some((one) => one.hours === undefined))) return [open('EVIDENCE_MISSING')];
  // Hundredths of hours, so that a sum of halves stays exact.
  let total = 0;
  for (const jobs of counted) for (const one of jobs) total += Math.round((one.hours ?? 0) * 100);
  return total < Math.round(minHours * 100) * counted.length ? [fail('HOURS_BELOW_MINIMUM')] : [];
}

/** R21: the same employer, not long ago and for longer than three months. */
function returns({ preset, seen }: Scene, job: Job): boolean {
  if (preset.prevEmployerYears === 0) return false;
  const since = minus(job.from, `P${preset.prevEmployerYears}Y`);
  return seen.jobs.some(
    ({ id, form, employer: at, from, end }) =>
      id !== job.id &&
      form !== 'UNPAID' &&
      at === job.employer &&
      end !== undefined &&
      since <= end &&
      end <= job.from &&
      end > plus(from, 'P3M'),
  );
}

/** R19, R20, R21: hours, length of the first contract, former employers. */
export function terms(scene: Scene): Finding[] {
  const { preset, job, formQualifies } = scene;
  if (!preset.jobRequired || !job || !formQualifies) return [];
  const short = job.contractEnd !== undefined && job.contractEnd < plus(job.from, preset.minContract);
  return [
    ...hours(scene, job),
    ...(short ? [fail('CONTRACT_TOO_SHORT')] : []),
    ...(returns(scene, job) ? [fail('RETURN_TO_PREVIOUS_EMPLOYER')] : []),
  ];
}

/** R27, R28: the gaps of the elapsed window, and the employer on its days. */
export function continuity(scene: Scene): Finding[] {
  const { preset, job, episode, window } = scene;
  if (!preset.jobRequired || episode === undefined) return [];
  const days = window.map((day) => jobsOn(scene, day));
  if (days.filter((jobs) => jobs.length === 0).length > preset.maxGapDays) return [fail('EMPLOYMENT_GAP_EXCEEDED')];
  const changed = days.some((jobs) => jobs.length > 0 && jobs.every((one) => one.employer !== job?.employer));
  return preset.continuity === 'SAME_EMPLOYER' && changed ? [fail('EMPLOYER_CHANGED_IN_SUSTAIN')] : [];
}
