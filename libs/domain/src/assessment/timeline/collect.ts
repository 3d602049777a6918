import type { FactType, RecordedAs, RecordedFact } from '../../client-file/events.js';
import { dayOf, type Day, FOREVER } from '../../values/calendar-date.js';
import { noteEnd, type Ends } from './ends.js';
import { jobNames, type JobNames } from './links.js';

/** Facts of one kind by the one name of the thing they are about, in recorded order. */
type Named<T extends FactType> = Map<string, RecordedAs<T>[]>;

/** The facts that count, sorted by what they are about; what is dated after `at` has not happened and is left out. */
export interface Collected {
  readonly at: Day;
  readonly nameOf: JobNames;
  readonly grants: RecordedAs<'BenefitGranted'>[];
  /** By benefit. */
  readonly reductions: Named<'BenefitReduced' | 'BenefitSuspended'>;
  readonly subsidies: RecordedAs<'JobSubsidyStarted'>[];
  readonly assignments: RecordedAs<'TrajectAssigned'>[];
  /** By traject; of several intakes the one recorded last. */
  readonly intakes: Map<string, RecordedAs<'IntakeHeld'>>;
  readonly services: Named<'ServiceDelivered'>;
  readonly ladderSteps: Named<'LadderStepAssessed'>;
  /** By job, under whichever of its ids it was recorded. */
  readonly placements: Named<'PlacementStarted'>;
  readonly changes: Named<'PlacementChanged'>;
  readonly confirmations: Named<'PlacementConfirmed'>;
  readonly selfConfirmations: Named<'SelfPlacementConfirmed'>;
  readonly applications: Named<'ApplicationStarted'>;
  readonly statements: Named<'ClientStatement'>;
  readonly externalClaims: Named<'ExternalClaimReported'>;
  readonly benefitEnds: Ends;
  readonly subsidyEnds: Ends;
  readonly trajectEnds: Ends;
  /** By the job's one name. */
  readonly jobEnds: Ends;
  /** Earliest date after `at` that any of them carries. */
  nextOn: Day;
}

/** Sorts the facts that have happened by that day by what they are about; the rest only says when to look again. */
export function collect(facts: readonly RecordedFact[], at: Day): Collected {
  const collected: Collected = {
    at,
    nameOf: jobNames(facts),
    grants: [],
    reductions: new Map(),
    subsidies: [],
    assignments: [],
    intakes: new Map(),
    services: new Map(),
    ladderSteps: new Map(),
    placements: new Map(),
    changes: new Map(),
    confirmations: new Map(),
    selfConfirmations: new Map(),
    applications: new Map(),
    statements: new Map(),
    externalClaims: new Map(),
    benefitEnds: new Map(),
    subsidyEnds: new Map(),
    trajectEnds: new Map(),
    jobEnds: new Map(),
    nextOn: FOREVER,
  };
  for (const fact of facts) (ADD[fact.type] as Adding<typeof fact>)(collected, fact);
  return collected;
}

/** Valid time is cut at `at`: a start, application, service or reduction dated later has not happened. */
function happened(collected: Collected, validFrom: string): boolean {
  const on = dayOf(validFrom);
  lookAgainOn(collected, on);
  return on <= collected.at;
}

function lookAgainOn(collected: Collected, on: Day): void {
  if (on > collected.at && on < collected.nextOn) collected.nextOn = on;
}

/** An end counts whatever its date: which of two holds is chosen before the cut at `at`. */
function addEnd(collected: Collected, [ends, id]: readonly [Ends, string], fact: Ending): void {
  const { validFrom } = fact.payload;
  lookAgainOn(collected, dayOf(validFrom));
  const { reason } = fact.payload as { readonly reason?: string };
  noteEnd(ends, id, { on: dayOf(validFrom), recordedAt: fact.recordedAt, eventId: fact.id, reason });
}
type Ending = RecordedAs<'BenefitStopped' | 'TrajectEnded' | 'PlacementEnded' | 'JobSubsidyEnded'>;

/** A start may name its own end; an end recorded later replaces it. */
function addStart<F extends RecordedAs<'BenefitGranted' | 'JobSubsidyStarted'>>(
  collected: Collected,
  [starts, ends, id]: readonly [F[], Ends, string],
  fact: F,
): void {
  const { validFrom, validTo } = fact.payload;
  if (!happened(collected, validFrom)) return;
  starts.push(fact);
  if (validTo === undefined) return;
  lookAgainOn(collected, dayOf(validTo));
  noteEnd(ends, id, { on: dayOf(validTo), recordedAt: fact.recordedAt, eventId: fact.id, reason: undefined });
}

/** What is known of one thing, told in recorded order. */
function under<F>(facts: Map<string, F[]>, id: string): F[] {
  const known = facts.get(id);
  if (known) return known;
  const none: F[] = [];
  facts.set(id, none);
  return none;
}

type Adding<F extends RecordedFact> = (collected: Collected, fact: F) => void;

/** A fact of its own date, kept once that day has come. */
const dated =
  <F extends RecordedFact & { readonly payload: { readonly validFrom: string } }>(
    placeOf: (collected: Collected, fact: F) => F[],
  ): Adding<F> =>
  (collected, fact) => {
    if (happened(collected, fact.payload.validFrom)) placeOf(collected, fact).push(fact);
  };

/** A fact without a date of its own counts once visible, whatever `at`. */
const undated =
  <F extends RecordedFact>(placeOf: (collected: Collected, fact: F) => F[]): Adding<F> =>
  (collected, fact) => {
    placeOf(collected, fact).push(fact);
  };

const reduction: Adding<RecordedAs<'BenefitReduced' | 'BenefitSuspended'>> = (collected, fact) => {
  const { validFrom, validTo, benefitId } = fact.payload;
  if (validTo !== undefined) lookAgainOn(collected, dayOf(validTo));
  if (happened(collected, validFrom)) under(collected.reductions, benefitId).push(fact);
};

/** No rule reads it (rules 3.6, "effect of facts not named above"). */
const unread = (): void => undefined;

const ADD: { readonly [T in FactType]: Adding<RecordedAs<T>> } = {
  BenefitGranted: (collected, fact) =>
    addStart(collected, [collected.grants, collected.benefitEnds, fact.payload.benefitId], fact),
  BenefitReduced: reduction,
  BenefitSuspended: reduction,
  BenefitStopped: (collected, fact) => addEnd(collected, [collected.benefitEnds, fact.payload.benefitId], fact),
  JobSubsidyStarted: (collected, fact) =>
    addStart(collected, [collected.subsidies, collected.subsidyEnds, fact.payload.fundingId], fact),
  JobSubsidyEnded: (collected, fact) => addEnd(collected, [collected.subsidyEnds, fact.payload.fundingId], fact),
  TrajectAssigned: dated(({ assignments }) => assignments),
  TrajectEnded: (collected, fact) => addEnd(collected, [collected.trajectEnds, fact.payload.trajectId], fact),
  IntakeHeld: (collected, fact) => {
    if (happened(collected, fact.payload.validFrom)) collected.intakes.set(fact.payload.trajectId, fact);
  },
  ServiceDelivered: dated(({ services }, { payload }) => under(services, payload.trajectId)),
  LadderStepAssessed: (collected, fact) => {
    const { trajectId, validFrom } = fact.payload;
    if (!happened(collected, validFrom) || trajectId === undefined) return;
    under(collected.ladderSteps, trajectId).push(fact);
  },
  PlacementStarted: dated(({ placements, nameOf }, { payload }) => under(placements, nameOf(payload.jobId))),
  PlacementChanged: dated(({ changes, nameOf }, { payload }) => under(changes, nameOf(payload.jobId))),
  PlacementConfirmed: undated(({ confirmations, nameOf }, { payload }) => under(confirmations, nameOf(payload.jobId))),
  PlacementEnded: (collected, fact) =>
    addEnd(collected, [collected.jobEnds, collected.nameOf(fact.payload.jobId)], fact),
  SelfPlacementConfirmed: undated(({ selfConfirmations, nameOf }, { payload }) =>
    under(selfConfirmations, nameOf(payload.jobId)),
  ),
  ApplicationStarted: dated(({ applications, nameOf }, { payload }) => under(applications, nameOf(payload.jobId))),
  ClientStatement: undated(({ statements, nameOf }, { payload }) => under(statements, nameOf(payload.jobId))),
  ExternalClaimReported: (collected, fact) => {
    // A report under a blind tag names no job; matching it is another's work.
    const { jobId } = fact.payload;
    if (jobId !== undefined) under(collected.externalClaims, collected.nameOf(jobId)).push(fact);
  },
  JobLinked: unread, // Read before all others: see `jobNames`.
  SegmentAssessed: unread,
  SurveyInvited: unread,
  ClientSurveyAnswered: unread,
  TrajectExtended: unread,
  TrajectSuspended: unread,
  TrajectResumed: unread,
  TrajectChangeProposed: unread,
  VacancyReferred: unread,
  PlacementPromised: unread,
  DetacheringApproved: unread,
  CostIncurred: unread,
  ComplaintFiled: unread,
};
