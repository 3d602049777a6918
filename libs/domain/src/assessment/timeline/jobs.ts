import type { RecordedAs } from '../../client-file/events.js';
import type { WorkForm } from '../../client-file/work/events.js';
import { type Day, dayOf, FOREVER } from '../../values/calendar-date.js';
import type { EventId } from '../../values/ids.js';
import type { Period } from '../../values/period.js';
import { endBy } from './ends.js';
import type { Collected } from './collect.js';

/** What was recorded of one job, under whichever of its ids, in recorded order. */
export interface JobFacts {
  readonly placements: readonly RecordedAs<'PlacementStarted'>[];
  readonly changes: readonly RecordedAs<'PlacementChanged'>[];
  readonly confirmations: readonly RecordedAs<'PlacementConfirmed'>[];
  readonly selfConfirmations: readonly RecordedAs<'SelfPlacementConfirmed'>[];
  readonly applications: readonly RecordedAs<'ApplicationStarted'>[];
  readonly statements: readonly RecordedAs<'ClientStatement'>[];
  readonly externalClaims: readonly RecordedAs<'ExternalClaimReported'>[];
}

/** A part of a job during which employer, hirer and hours stayed the same. */
export interface Stretch extends Period {
  readonly employerId: string;
  readonly hirerId: string | undefined;
  /** In hundredths; absent: unknown. */
  readonly weeklyHours: number | undefined;
  /** The facts that say so. */
  readonly toldBy: readonly EventId[];
}

/** One employment, under however many ids; it runs until its end is recorded, not until its contract's last day. */
export interface Job extends Period {
  readonly name: string;
  readonly form: WorkForm;
  readonly startedBy: EventId;
  readonly endedBy: EventId | undefined;
  /** The earliest fact that proves it; absent: only asserted. */
  readonly provenBy: EventId | undefined;
  readonly selfConfirmedBy: EventId | undefined;
  /** In order, without gaps, over the whole job; the first one is how it began. */
  readonly stretches: readonly [Stretch, ...Stretch[]];
  /** End of the first contract, as first recorded. */
  readonly firstContractEnd: { readonly on: Day; readonly eventId: EventId } | undefined;
  readonly facts: JobFacts;
}

type Placement = RecordedAs<'PlacementStarted'>;

/** The job as the placement of that id tells it; without one, as the earliest placement does. */
export function jobOf(collected: Collected, name: string, jobId?: string): Job | undefined {
  const placements = collected.placements.get(name);
  if (!placements) return undefined;
  const facts = factsOf(collected, name, placements);
  const named = placements.findLast(({ payload }) => payload.jobId === jobId) ?? first(placements);
  const end = endBy(collected.jobEnds, name, collected.at);
  // What a provider asserts under one id never outweighs what a register established under another id of the same job.
  const proving = placements.filter((other) => proves(other, facts));
  const best = proving.length === 0 || proving.includes(named) ? named : first(proving);
  const { form } = best.payload;
  const [from, to] = [dayOf(named.payload.validFrom), end?.on ?? FOREVER];
  return {
    from,
    to,
    name,
    form,
    startedBy: named.id,
    endedBy: end?.eventId,
    provenBy: proofOf(facts, form),
    selfConfirmedBy: facts.selfConfirmations[0]?.id,
    stretches: stretchesOf({ from, to }, best, changesThatCount(facts, proving)),
    firstContractEnd: firstContractEndOf(facts),
    facts,
  };
}

/** Where a register established the job, what a provider tells of it under an id of its own changes nothing. */
function changesThatCount({ changes }: JobFacts, proving: readonly Placement[]): JobFacts['changes'] {
  if (proving.length === 0 || changes.length === 0) return changes;
  const ids = new Set(proving.map(({ payload }) => payload.jobId));
  return changes.filter(({ actor, payload }) => actor.role !== 'PROVIDER' || ids.has(payload.jobId));
}

const NONE: readonly never[] = [];

const factsOf = (collected: Collected, name: string, placements: JobFacts['placements']): JobFacts => ({
  placements,
  changes: collected.changes.get(name) ?? NONE,
  confirmations: collected.confirmations.get(name) ?? NONE,
  selfConfirmations: collected.selfConfirmations.get(name) ?? NONE,
  applications: collected.applications.get(name) ?? NONE,
  statements: collected.statements.get(name) ?? NONE,
  externalClaims: collected.externalClaims.get(name) ?? NONE,
});

const first = (placements: readonly Placement[]): Placement =>
  placements.reduce((held, other) => (comesBefore(other, held) ? other : held));
const comesBefore = ({ payload: a }: Placement, { payload: b }: Placement): boolean =>
  a.validFrom === b.validFrom ? a.jobId < b.jobId : a.validFrom < b.validFrom;

/** Only these establish a job; a provider may assert, never establish (Rotterdam). */
const REGISTRIES: ReadonlySet<string> = new Set(['UWV_POLIS', 'INLICHTINGENBUREAU']);
const fromRegistry = ({ actor, payload }: RecordedAs<'PlacementConfirmed'>): boolean =>
  actor.role === 'REGISTRY' && REGISTRIES.has(payload.source.system);
const assured = ({ payload: { assurance } }: Placement): boolean =>
  assurance === 'THIRD_PARTY' || assurance === 'AUTHORITATIVE';

const proves = (placement: Placement, { confirmations }: JobFacts): boolean =>
  assured(placement) ||
  confirmations.some((said) => said.payload.jobId === placement.payload.jobId && fromRegistry(said));

function proofOf(facts: JobFacts, form: WorkForm): EventId | undefined {
  const proof = facts.placements.find(assured) ?? facts.confirmations.find(fromRegistry);
  return proof?.id ?? (form === 'SELF' ? facts.selfConfirmations[0]?.id : undefined);
}

type ContractTold = Placement | RecordedAs<'PlacementChanged'>;

/** The first contract decides (R20): a later extension does not cure a short one. */
function firstContractEndOf({ placements, changes }: JobFacts): Job['firstContractEnd'] {
  let held: ContractTold | undefined;
  for (const facts of [placements, changes])
    for (const told of facts)
      if (told.payload.contractEndOn !== undefined && (!held || toldBefore(told, held))) held = told;
  const on = held?.payload.contractEndOn;
  return held && on !== undefined ? { on: dayOf(on), eventId: held.id } : undefined;
}

/** Recorded earlier; at the same time, of the earlier day; on one day too, the longer contract. */
function toldBefore(told: ContractTold, held: ContractTold): boolean {
  if (told.recordedAt !== held.recordedAt) return told.recordedAt < held.recordedAt;
  const [a, b] = [told.payload, held.payload];
  if (a.validFrom !== b.validFrom) return a.validFrom < b.validFrom;
  return (a.contractEndOn ?? '') > (b.contractEndOn ?? '');
}

/** A change holds from its date on; two on one day: the later recorded one. */
function stretchesOf(
  { from, to }: Period,
  { id, payload: { employerId, hirerId, weeklyHours } }: Placement,
  changes: JobFacts['changes'],
): readonly [Stretch, ...Stretch[]] {
  const stretches: [Stretch, ...Stretch[]] = [{ from, to, employerId, hirerId, weeklyHours, toldBy: [id] }];
  if (changes.length > 0)
    for (const change of changes.toSorted((a, b) => dayOf(a.payload.validFrom) - dayOf(b.payload.validFrom)))
      addChange(stretches, change);
  return stretches;
}

function addChange(stretches: [Stretch, ...Stretch[]], { id, payload }: RecordedAs<'PlacementChanged'>): void {
  const last = stretches.at(-1) ?? stretches[0];
  const on = dayOf(payload.validFrom);
  const changes = payload.employerId ?? payload.hirerId ?? payload.weeklyHours;
  if (changes === undefined || on < last.from || on >= last.to) return;
  const { employerId = last.employerId, hirerId = last.hirerId, weeklyHours = last.weeklyHours } = payload;
  const toldBy = [...last.toldBy, id];
  const next: Stretch = { from: on, to: last.to, employerId, hirerId, weeklyHours, toldBy };
  // A change on the first day is how the stretch began.
  if (on === last.from) stretches[stretches.length - 1] = next;
  else stretches.splice(-1, 1, { ...last, to: on }, next);
}
