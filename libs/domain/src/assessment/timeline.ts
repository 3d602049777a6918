import type { BenefitEndReason, BenefitKind } from '../client-file/benefit/events.js';
import type { RecordedAs } from '../client-file/events.js';
import type { FundingScheme } from '../client-file/work/events.js';
import { type Day, dayOf, FOREVER } from '../values/calendar-date.js';
import type { EventId } from '../values/ids.js';
import { type Period, periodOf } from '../values/period.js';
import type { KnownFile } from './subject.js';
import { collect, type Collected } from './timeline/collect.js';
import { endBy } from './timeline/ends.js';
import { type Job, jobOf } from './timeline/jobs.js';
import type { JobNames } from './timeline/links.js';

/** A period with who told of its start and its end. What ends after the day of looking is still running: its `to` is FOREVER. */
interface Told extends Period {
  readonly startedBy: EventId;
  readonly endedBy: EventId | undefined;
}

/** A sanction, a settlement of earnings, or a suspension: the benefit runs on. */
export interface Reduction extends Period {
  readonly cause: 'SANCTION' | 'EARNINGS' | 'ASSETS' | 'OTHER' | 'SUSPENSION';
  /** What is taken off. */
  readonly percent: number | undefined;
  readonly eventId: EventId;
}

export interface Benefit extends Told {
  readonly kind: BenefitKind;
  readonly reason: BenefitEndReason | undefined;
  readonly reductions: readonly Reduction[];
}

/** Public money paying or subsidising the wage of a job. */
export interface Subsidy extends Told {
  readonly jobName: string;
  readonly scheme: FundingScheme;
  /** When it will end, where that is known though it is still running. */
  readonly expectedEndOn: Day | undefined;
}

export interface Traject extends Told {
  readonly trajectId: string;
  readonly providerId: string;
  readonly contractId: string;
  readonly intakeOn: Day;
  /** Who told of that day: an intake on record, or the assignment. */
  readonly intakeBy: EventId;
  readonly services: readonly RecordedAs<'ServiceDelivered'>[];
  readonly ladderSteps: readonly RecordedAs<'LadderStepAssessed'>[];
}

/** Who was funded, assigned and employed when, as far as it had happened on one day. */
export interface Timeline {
  readonly benefits: readonly Benefit[];
  readonly subsidies: readonly Subsidy[];
  readonly trajects: readonly Traject[];
  readonly jobs: readonly Job[];
  readonly jobNamed: (jobId: string) => Job | undefined;
  readonly nameOf: JobNames;
  /** Earliest date after that day which any fact carries; FOREVER without one. */
  readonly nextOn: Day;
}

export const isRunning = ({ to }: Period): boolean => to === FOREVER;

/** The claims of one file are decided together, on one day: what was drawn last of each file is kept. */
const drawn = new WeakMap<KnownFile, { readonly at: Day; readonly timeline: Timeline }>();

/** The periods of one file as of a day: benefits, subsidies, jobs, trajects and reductions. */
export function timelineOf(file: KnownFile, at: Day): Timeline {
  const kept = drawn.get(file);
  if (kept?.at === at) return kept.timeline;
  const timeline = draw(file, at);
  drawn.set(file, { at, timeline });
  return timeline;
}

function draw(file: KnownFile, at: Day): Timeline {
  const collected = collect(file.facts, at);
  const { nameOf, nextOn } = collected;
  const jobs: Job[] = [];
  for (const name of collected.placements.keys()) {
    const job = jobOf(collected, name);
    if (job) jobs.push(job);
  }
  return {
    benefits: benefitsOf(collected),
    subsidies: subsidiesOf(collected),
    trajects: trajectsOf(collected),
    jobs,
    jobNamed: (jobId) => jobOf(collected, nameOf(jobId), jobId),
    nameOf,
    nextOn,
  };
}

const NONE: readonly never[] = [];

/** A benefit that ended on or before its first day never ran. */
function benefitsOf({ grants, reductions, benefitEnds, at }: Collected): readonly Benefit[] {
  const benefits: Benefit[] = [];
  for (const { id, payload } of grants) {
    const end = endBy(benefitEnds, payload.benefitId, at);
    const [from, to] = [dayOf(payload.validFrom), end?.on ?? FOREVER];
    if (from >= to) continue;
    benefits.push({
      from,
      to,
      startedBy: id,
      endedBy: end?.eventId,
      kind: payload.kind,
      reason: end?.reason as BenefitEndReason | undefined,
      reductions: reductions.get(payload.benefitId)?.map(reductionOf) ?? NONE,
    });
  }
  return benefits;
}

function reductionOf(fact: RecordedAs<'BenefitReduced'> | RecordedAs<'BenefitSuspended'>): Reduction {
  const { from, to } = periodOf(fact.payload);
  if (fact.type === 'BenefitSuspended') return { from, to, cause: 'SUSPENSION', percent: undefined, eventId: fact.id };
  const { cause, percent } = fact.payload;
  return { from, to, cause, percent, eventId: fact.id };
}

function subsidiesOf({ subsidies, subsidyEnds, nameOf, at }: Collected): readonly Subsidy[] {
  const periods: Subsidy[] = [];
  for (const { id, payload } of subsidies) {
    const end = endBy(subsidyEnds, payload.fundingId, at);
    const [from, to] = [dayOf(payload.validFrom), end?.on ?? FOREVER];
    if (from >= to) continue;
    periods.push({
      from,
      to,
      startedBy: id,
      endedBy: end?.eventId,
      jobName: nameOf(payload.jobId),
      scheme: payload.scheme,
      expectedEndOn: end ? undefined : subsidyEnds.get(payload.fundingId)?.on,
    });
  }
  return periods;
}

function trajectsOf({ assignments, intakes, services, ladderSteps, trajectEnds, at }: Collected): readonly Traject[] {
  return assignments.map(({ id, payload }) => {
    const { trajectId, providerId, contractId, validFrom, intakeOn } = payload;
    const end = endBy(trajectEnds, trajectId, at);
    const intake = intakes.get(trajectId);
    return {
      from: dayOf(validFrom),
      to: end?.on ?? FOREVER,
      startedBy: id,
      endedBy: end?.eventId,
      trajectId,
      providerId,
      contractId,
      intakeOn: dayOf(intake?.payload.validFrom ?? intakeOn),
      intakeBy: intake?.id ?? id,
      services: services.get(trajectId) ?? NONE,
      ladderSteps: ladderSteps.get(trajectId) ?? NONE,
    };
  });
}
