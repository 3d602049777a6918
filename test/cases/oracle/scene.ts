import type { CaseClaim, CaseFile, Preset } from './case-file.js';
import { dayOf, plus, type Day } from './days.js';
import { runs, type Benefit, type Job, type Seen, type Subsidy, type Traject } from './seen.js';

/** What every rule looks at: the claim's traject, job, start, anchor, episode and window, found day by day. */
export interface Scene {
  file: CaseFile;
  claim: CaseClaim;
  preset: Preset;
  at: Day;
  seen: Seen;
  traject: Traject | undefined;
  job: Job | undefined;
  /** Whether the job's form qualifies; false without a job. */
  formQualifies: boolean;
  start: Day | undefined;
  benefits: Benefit[];
  subsidies: Subsidy[];
  benefitsOnly: boolean;
  anchor: Day | undefined;
  blockingBenefits: Benefit[];
  blockingSubsidies: Subsidy[];
  episode: Day | undefined;
  maturity: Day | undefined;
  /** The days of the elapsed window, one by one; empty without an episode. */
  window: Day[];
}

const BIJSTAND = new Set(['BIJSTAND', 'IOAW', 'IOAZ', 'BBZ']);

/** Whether a kind of benefit is of the bijstand type. */
export const isBijstand = (kind: string): boolean => BIJSTAND.has(kind);

/** Whether a form of work qualifies under the definition set. */
export const qualifies = (preset: Preset, form: string): boolean =>
  !preset.jobRequired || preset.formsAllowed.includes(form);

function continuesBesideEarnings(benefit: Benefit, at: Day): boolean {
  return (
    runs(benefit, at) && benefit.reductions.some(({ cause, from, to }) => cause === 'EARNINGS' && from <= at && at < to)
  );
}

function latestBenefitEnd(benefits: Benefit[], at: Day): Day | undefined {
  const earliest = Math.min(at, ...benefits.map(({ from }) => from));
  for (let day = at; day > earliest; day -= 1) if (benefits.some(({ end }) => end === day)) return day;
  return undefined;
}

type Found = Pick<Scene, 'claim' | 'preset' | 'at' | 'job' | 'formQualifies' | 'benefits' | 'subsidies'>;

function startOf({ claim, preset, at, job, benefits }: Found): Day | undefined {
  if (preset.anchor === 'BENEFIT_END') return latestBenefitEnd(benefits, at);
  if (job) return job.from;
  const asserted = claim.assertedOutflow === undefined ? undefined : dayOf(claim.assertedOutflow);
  if (asserted !== undefined && asserted <= at) return asserted;
  return preset.jobRequired ? undefined : latestBenefitEnd(benefits, at);
}

type Anchored = Pick<Scene, 'benefitsOnly' | 'anchor' | 'blockingBenefits' | 'blockingSubsidies'>;

/** The anchor with a chain: the first day from s on that no counting funding carries any further. */
function chain(
  found: Found,
  start: Day,
  used: { benefits: Benefit[]; subsidies: Subsidy[] },
): Omit<Anchored, 'benefitsOnly'> {
  const own = (funding: Benefit | Subsidy): boolean => 'job' in funding && funding.job === found.job?.id;
  const counts = (funding: Benefit | Subsidy, day: Day): boolean =>
    funding.from <= day ||
    funding.from <= start + 31 ||
    (own(funding) && funding.from < plus(day, found.preset.sustain));
  const carries = (funding: Benefit | Subsidy, day: Day): boolean =>
    funding.end !== undefined && funding.end > day && counts(funding, day);
  let day = start;
  while ([...used.benefits, ...used.subsidies].some((funding) => carries(funding, day))) day += 1;
  const blocks = (funding: Benefit | Subsidy): boolean => funding.end === undefined && counts(funding, day);
  return {
    anchor: day,
    blockingBenefits: used.benefits.filter(blocks),
    blockingSubsidies: used.subsidies.filter(blocks),
  };
}

function anchored(found: Found, start: Day | undefined): Anchored {
  const { preset, at, job, formQualifies } = found;
  const benefitsOnly = preset.anchor === 'OUTFLOW' || preset.anchor === 'BENEFIT_END';
  const used = { benefits: found.benefits, subsidies: benefitsOnly ? [] : found.subsidies };
  const nothing = { benefitsOnly, anchor: undefined, blockingBenefits: [], blockingSubsidies: [] };
  const chained = !job || formQualifies;
  if (preset.anchor === 'JOB_START') return { ...nothing, anchor: chained ? start : undefined };
  const running = { ...nothing, blockingBenefits: used.benefits.filter((benefit) => runs(benefit, at)) };
  if (start === undefined) return running;
  if (chained) return { benefitsOnly, ...chain(found, start, used) };
  return {
    ...nothing,
    blockingBenefits: running.blockingBenefits.filter((benefit) => runs(benefit, start)),
    blockingSubsidies: used.subsidies.filter(
      (subsidy) => subsidy.job === job?.id && runs(subsidy, at) && runs(subsidy, start),
    ),
  };
}

function episodeOf(found: Found, anchors: Anchored, traject: Traject | undefined): Day | undefined {
  const { anchor, blockingBenefits, blockingSubsidies } = anchors;
  if (anchor === undefined || blockingBenefits.length + blockingSubsidies.length > 0) return undefined;
  if (found.preset.jobRequired && !found.formQualifies) return undefined;
  if (found.preset.anchor !== 'TRAJECT_END') return anchor;
  return traject?.end === undefined ? undefined : Math.max(anchor, traject.end);
}

/** Everything 3.6 derives before the rules, for one claim. */
export function sceneOf(file: CaseFile, claim: CaseClaim, seenWith: { preset: Preset; seen: Seen }): Scene {
  const { preset, seen } = seenWith;
  const { at } = seen;
  const traject = seen.trajects.find(({ id, provider }) => id === claim.traject && provider === claim.provider);
  const job = claim.job === 'none' ? undefined : seen.jobs.find(({ id }) => id === claim.job);
  const found: Found = {
    claim,
    preset,
    at,
    job,
    formQualifies: job !== undefined && qualifies(preset, job.form),
    benefits: seen.benefits
      .filter(({ kind }) => !preset.bijstandOnly || isBijstand(kind))
      .filter((benefit) => !(preset.partialAllowed && continuesBesideEarnings(benefit, at))),
    subsidies: seen.subsidies.filter(({ scheme }) => preset.fundedKinds?.includes(scheme) ?? true),
  };
  const start = startOf(found);
  const anchors = anchored(found, start);
  const episode = episodeOf(found, anchors, traject);
  const maturity = episode === undefined ? undefined : plus(episode, preset.sustain);
  const window: Day[] = [];
  if (episode !== undefined && maturity !== undefined)
    for (let day = episode; day < maturity && day <= at; day += 1) window.push(day);
  return { file, ...found, seen, traject, start, ...anchors, episode, maturity, window };
}
