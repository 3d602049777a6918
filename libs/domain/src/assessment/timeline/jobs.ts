import type { RecordedAs } from '../../client-file/events.js';
import type { WorkForm } from '../../client-file/work/events.js';
import { type Day, dayOf, FOREVER } from '../../values/calendar-date.js';
import type { EventId } from '../../values/ids.js';
import type { Period } from '../../values/period.js';
import type { End } from './ends.js';
import type { JobFacts } from './collect.js';

/** A part of a job during which employer, hirer and hours stayed the same. */
export interface Stretch extends Period {
  readonly employerId: string;
  readonly hirerId: string | undefined;
  /** In hundredths; absent: unknown. */
  readonly weeklyHours: number | undefined;
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

/** The job as its named placement tells it; without a name, as the earliest one does. */
export function jobOf(name: string, facts: JobFacts, { jobId, end }: Telling): Job | undefined {
  const { placements } = facts;
  const [only] = placements;
  if (!only) return undefined;
  const named =
    placements.length === 1
      ? only
      : (placements.findLast(({ payload }) => payload.jobId === jobId) ?? first(placements));
  // What a provider asserts under one id never outweighs what a register established under another id of the same job.
  const best = proves(named, facts) ? named : (placements.find((other) => proves(other, facts)) ?? named);
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
    stretches: stretchesOf({ from, to }, best, facts.changes),
    firstContractEnd: firstContractEndOf(facts),
    facts,
  };
}

interface Telling {
  readonly jobId?: string;
  readonly end: End | undefined;
}

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

/** The first contract decides (R20): a later extension does not cure a short one. */
function firstContractEndOf({ placements, changes }: JobFacts): Job['firstContractEnd'] {
  let [earliest, found]: [string | undefined, Job['firstContractEnd']] = [undefined, undefined];
  for (const told of [placements, changes])
    for (const { id, recordedAt, payload } of told) {
      if (payload.contractEndOn === undefined || (earliest !== undefined && recordedAt >= earliest)) continue;
      [earliest, found] = [recordedAt, { on: dayOf(payload.contractEndOn), eventId: id }];
    }
  return found;
}

/** A change holds from its date on; two on one day: the later recorded one. */
function stretchesOf(
  { from, to }: Period,
  { payload: { employerId, hirerId, weeklyHours } }: Placement,
  changes: JobFacts['changes'],
): readonly [Stretch, ...Stretch[]] {
  const stretches: [Stretch, ...Stretch[]] = [{ from, to, employerId, hirerId, weeklyHours }];
  if (changes.length > 0)
    for (const change of changes.toSorted((a, b) => dayOf(a.payload.validFrom) - dayOf(b.payload.validFrom)))
      addChange(stretches, change);
  return stretches;
}

function addChange(stretches: [Stretch, ...Stretch[]], { payload }: RecordedAs<'PlacementChanged'>): void {
  const last = stretches.at(-1) ?? stretches[0];
  const on = dayOf(payload.validFrom);
  if (on < last.from || on >= last.to) return;
  const { employerId = last.employerId, hirerId = last.hirerId, weeklyHours = last.weeklyHours } = payload;
  const next: Stretch = { from: on, to: last.to, employerId, hirerId, weeklyHours };
  // A change on the first day is how the stretch began.
  if (on === last.from) stretches[stretches.length - 1] = next;
  else stretches.splice(-1, 1, { ...last, to: on }, next);
}
