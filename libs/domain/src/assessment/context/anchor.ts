import type { DefinitionParameters } from '../../definitions/parameters.js';
import { addDays, addDuration, type Day, type Duration } from '../../values/calendar-date.js';
import type { EventId } from '../../values/ids.js';
import { covers } from '../../values/period.js';
import { type Benefit, isRunning, type Subsidy } from '../timeline.js';
import type { Job } from '../timeline/jobs.js';
import { type Funding, latestBenefitEnd } from './funding.js';

/** Funding that begins within this many days after the start still belongs to the outflow (rules 3.1). */
export const NEAR_DAYS = 31;

/** Where the outflow starts: A, or what stands in its way. */
export interface Anchor {
  /** A; absent where J's form does not qualify or there is no s. */
  readonly on?: Day;
  readonly blockingBenefits: readonly Benefit[];
  readonly blockingSubsidies: readonly Subsidy[];
  /** The ends that moved A beyond s. */
  readonly movedBy: readonly EventId[];
}

/** The facts an anchor is found from, under one definition. */
export interface Anchoring {
  readonly parameters: DefinitionParameters;
  readonly sustain: Duration;
  readonly funding: Funding;
  readonly job?: Job | undefined;
  readonly jobQualifies: boolean;
  /** s. */
  readonly startOn?: Day | undefined;
}

/** Which funding the anchor looks at: OUTFLOW and BENEFIT_END see benefits only. */
export const seesSubsidies = ({ anchor }: DefinitionParameters): boolean =>
  anchor === 'INDEPENDENCE' || anchor === 'TRAJECT_END' || anchor === 'JOB_START';

/** s (rules 3.6): J's start, else the asserted outflow, else, where no job is asked for, the latest end of a benefit. */
export function startOf(
  { anchor, jobRequired }: DefinitionParameters,
  funding: Funding,
  { job, assertedOn }: { readonly job?: Job | undefined; readonly assertedOn?: Day | undefined },
): Day | undefined {
  if (anchor === 'BENEFIT_END') return latestBenefitEnd(funding);
  return job?.from ?? assertedOn ?? (jobRequired ? undefined : latestBenefitEnd(funding));
}

const nothing = { blockingBenefits: [], blockingSubsidies: [], movedBy: [] };

/** The anchor date A, the independence date I, and what still blocks them (rules 3.6). */
export function anchorOf(anchoring: Anchoring): Anchor {
  const { parameters, funding, job, jobQualifies, startOn } = anchoring;
  const qualifies = job === undefined || jobQualifies;
  if (parameters.anchor === 'JOB_START')
    return startOn === undefined || !qualifies ? nothing : { ...nothing, on: startOn };
  if (startOn === undefined) return { ...nothing, blockingBenefits: funding.benefits.filter(isRunning) };
  if (qualifies) return chain(anchoring, startOn);
  // A form that does not qualify has no chain: only what covered its start is in the way.
  const standing = (period: Benefit | Subsidy): boolean => isRunning(period) && covers(period, startOn);
  const ownSubsidies = seesSubsidies(parameters)
    ? funding.subsidies.filter(({ jobName }) => jobName === job?.name)
    : [];
  return {
    ...nothing,
    blockingBenefits: funding.benefits.filter(standing),
    blockingSubsidies: ownSubsidies.filter(standing),
  };
}

/** A := s, then the end of every funding that counts, until nothing changes; funding that counts and still runs blocks. */
function chain({ parameters, funding, sustain, job }: Anchoring, startOn: Day): Anchor {
  const nearEnd = addDays(startOn, NEAR_DAYS);
  const subsidies = seesSubsidies(parameters) ? funding.subsidies : [];
  let on = startOn;
  const counts = ({ from, to }: Benefit | Subsidy): boolean => to > on && (from <= on || from <= nearEnd);
  const countsAsOwn = (subsidy: Subsidy): boolean =>
    counts(subsidy) || (subsidy.to > on && subsidy.jobName === job?.name && subsidy.from < addDuration(on, sustain));
  const movedBy: EventId[] = [];
  const move = ({ to, endedBy }: Benefit | Subsidy): void => {
    on = to;
    if (endedBy !== undefined) movedBy.push(endedBy);
  };
  for (let before: Day | undefined; before !== on;) {
    before = on;
    for (const benefit of funding.benefits) if (!isRunning(benefit) && counts(benefit)) move(benefit);
    for (const subsidy of subsidies) if (!isRunning(subsidy) && countsAsOwn(subsidy)) move(subsidy);
  }
  return {
    on,
    blockingBenefits: funding.benefits.filter((benefit) => isRunning(benefit) && counts(benefit)),
    blockingSubsidies: subsidies.filter((subsidy) => isRunning(subsidy) && countsAsOwn(subsidy)),
    movedBy,
  };
}
