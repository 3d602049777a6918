import { tariffOn } from '../contracts-and-tariffs/contract-on-day.js';
import type { RecordedAs } from '../client-file/events.js';
import type { DefinitionParameters, DefinitionVersion } from '../definitions/parameters.js';
import {
  addDays,
  addDuration,
  type Day,
  type Duration,
  durationOf,
  earliest,
  latest,
} from '../values/calendar-date.js';
import type { Tariff } from '../terms/terms.js';
import type { Cents } from '../values/cents.js';
import type { EventId } from '../values/ids.js';
import type { Period } from '../values/period.js';
import { type Anchor, anchorOf, startOf } from './context/anchor.js';
import { type Applying, applyingFor, assistShareOf, attributionOf, dueCents } from './context/entitlement.js';
import { countingFunding, type Funding } from './context/funding.js';
import { type Outflow, outflowOf } from './context/outflow.js';
import { type Opening, selectorDay, startingPoints } from './context/opening.js';
import { type WorkedDays, workedDaysOf } from './context/worked-days.js';
import { isRunning } from './timeline.js';

/** Everything the rules share, computed once: they never call each other (deciding.md 1). */
export interface Context extends Opening {
  readonly definition: DefinitionVersion;
  readonly parameters: DefinitionParameters;
  /** What the claim's milestone asks for; `milestoneKnown` is false where the definition has no such milestone. */
  readonly sustainText: string;
  readonly sustain: Duration;
  readonly milestoneKnown: boolean;
  readonly jobQualifies: boolean;
  readonly funding: Funding;
  /** s. */
  readonly startOn: Day | undefined;
  readonly anchor: Anchor;
  /** I, M and the elapsed window [I, min(M, at + 1 day)); absent for a ladder claim too. */
  readonly independentOn?: Day;
  readonly maturityOn?: Day;
  readonly window?: Period;
  /** The facts that make I the day it is. */
  readonly independenceEvidence: readonly EventId[];
  /** Absent without I, without J, or where no job is required. */
  readonly worked?: WorkedDays;
  readonly outflow?: Outflow;
  readonly applying: Applying;
  /** There is a J and a t, and the definition asks whether the provider brought it about. */
  readonly causal: boolean;
  readonly attribution?: RecordedAs<'AttributionDecided'>;
  /** The claimant's decided share in basis points; absent where no attribution counts. */
  readonly decidedBp?: number;
  readonly selectorOn?: Day;
  /** What the contract says for that day; absent where a supposed tariff takes its place. */
  readonly tariff?: Tariff;
  readonly tariffCents?: Cents;
  /** Absent without a tariff. */
  readonly dueCents?: Cents;
}

/** Everything several rules need, computed once: independence, window, maturity, credit and the amount due. */
export function contextOf(opening: Opening, definition: DefinitionVersion): Context {
  const { timeline, job, at, claim } = opening;
  const { parameters } = definition;
  const milestone = parameters.milestones.find(({ code }) => code === claim.milestone);
  const sustainText = milestone?.sustain ?? parameters.sustain;
  const sustain = durationOf(sustainText);
  const funding = countingFunding(timeline, parameters, at);
  const startOn = startOf(parameters, funding, startingPoints(opening));
  const jobQualifies = job !== undefined && (!parameters.jobRequired || parameters.formsAllowed.includes(job.form));
  const anchoring = { parameters, sustain, funding, job, jobQualifies, startOn };
  const anchor = anchorOf(anchoring);
  const outflow = outflowOf(anchoring, anchor);
  const found = { ...opening, definition, parameters, sustainText, sustain, funding, jobQualifies, startOn, anchor };
  return {
    ...found,
    milestoneKnown: milestone !== undefined,
    ...(outflow && { outflow }),
    ...episodeOf(found),
    ...dueOf(found),
  };
}

type Found = Opening & Pick<Context, 'parameters' | 'sustain' | 'funding' | 'jobQualifies' | 'startOn' | 'anchor'>;

/** I, M, the window and the days worked in it. */
function episodeOf(found: Found) {
  const { anchor, job, traject, parameters, at, claim, sustain, timeline, funding } = found;
  const independenceEvidence = [...startedBy(found), ...anchor.movedBy];
  const independentOn = claim.outcomeType === 'WORK' ? independenceOf(found) : undefined;
  if (independentOn === undefined) return { independenceEvidence };
  const maturityOn = addDuration(independentOn, sustain);
  const window: Period = { from: independentOn, to: earliest(maturityOn, addDays(at, 1)) };
  const { formsAllowed, jobRequired } = parameters;
  const worked =
    job && jobRequired
      ? workedDaysOf({ window, job, jobs: timeline.jobs, subsidies: funding.subsidies, formsAllowed })
      : undefined;
  if (parameters.anchor === 'TRAJECT_END' && traject?.endedBy !== undefined) independenceEvidence.push(traject.endedBy);
  return { independenceEvidence, independentOn, maturityOn, window, ...(worked && { worked }) };
}

/** The facts that make s: J's start, the end of a benefit, or, of an asserted day, the assignment it is asserted under. */
function startedBy({ job, startOn, funding, traject }: Found): readonly EventId[] {
  if (job?.from === startOn && job) return [job.startedBy];
  const ends = funding.benefits.flatMap(({ to, endedBy }) =>
    to === startOn && endedBy !== undefined ? [endedBy] : [],
  );
  return ends.length > 0 || !traject ? ends : [traject.startedBy];
}

/** I: A, or with TRAJECT_END the later of A and the end of t; none while anything blocks, t runs or J does not qualify. */
function independenceOf({ anchor, parameters, jobQualifies, traject }: Found): Day | undefined {
  const { on, blockingBenefits, blockingSubsidies } = anchor;
  if (on === undefined || blockingBenefits.length > 0 || blockingSubsidies.length > 0) return undefined;
  if (parameters.jobRequired && !jobQualifies) return undefined;
  if (parameters.anchor !== 'TRAJECT_END') return on;
  return traject && !isRunning(traject) ? latest(on, traject.to) : undefined;
}

/** Shares, tariff and what they come to. */
function dueOf(found: Found) {
  const { subject, claim, job, traject, parameters, timeline, contract } = found;
  const applying = applyingFor(job, traject);
  const causal = job !== undefined && traject !== undefined && parameters.causality === 'REQUIRED';
  const attribution = attributionOf(subject.file, timeline, job);
  const isWork = claim.outcomeType === 'WORK';
  const decidedShares = isWork && causal ? attribution?.payload.shares : undefined;
  const assists = isWork && causal && !attribution && applying.byClientAlone && !applying.beforeIntake;
  const selectorOn = selectorDay(found, parameters);
  const supposedCents = subject.whatIf?.tariffCents;
  const isAgreed = contract && selectorOn !== undefined && supposedCents === undefined;
  const tariff = isAgreed ? tariffOn(contract, claim.milestone, selectorOn) : undefined;
  const tariffCents = supposedCents ?? tariff?.cents;
  return {
    applying,
    causal,
    ...(attribution && { attribution }),
    ...(decidedShares && { decidedBp: decidedShares[claim.providerId] ?? 0 }),
    ...(selectorOn !== undefined && { selectorOn }),
    ...(tariff && { tariff }),
    ...(tariffCents !== undefined && {
      tariffCents,
      dueCents: dueCents({
        tariffCents,
        providerId: claim.providerId,
        decidedShares,
        assistBp: assists ? assistShareOf(parameters) : undefined,
        claimedCents: claim.cents,
      }),
    }),
  };
}
