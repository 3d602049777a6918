import { dayOf, latest, textOf, type Day } from '../../values/calendar-date.js';
import { assess } from '../assess.js';
import { contextOf } from '../context.js';
import { openingOf } from '../context/opening.js';
import type { Determination } from '../determination.js';
import type { Subject } from '../subject.js';
import { suppositionsFor } from './suppositions.js';
import type { Control, Supposition } from './supposed.js';

/** One thing that would have to happen, or be shown, before the claim is eligible. */
export interface NeededChange {
  readonly code: string;
  readonly change: string;
  readonly by: readonly Control[];
  readonly earliestOn: string;
}

/** Of a determination what is read in words. */
type Left = Pick<Determination, 'outcome' | 'fail' | 'open' | 'rules'>;

/** What would make a claim eligible (leap L3). */
export interface Counterfactual {
  readonly outcome: Determination['outcome'];
  /** The first day on which it would be eligible, if all changes came as early as they can; absent where nothing yet to come does it. */
  readonly eligibleOn?: string;
  readonly cents?: number;
  /** The smallest set: without any one of them it would not be eligible that day. */
  readonly changes: readonly NeededChange[];
  /** Codes that nothing future or evidential answers. */
  readonly standing: readonly string[];
  /** The same, with what the rules recorded beside each, to be read in words. */
  readonly left?: Left;
}

/** Days looked at at most: each is the one the rules themselves named as the next that matters. */
const LOOKS_MAX = 24;

/** The smallest set of future or evidential changes that would make the claim eligible, with the day and who controls each. */
export function counterfactual(subject: Subject): Counterfactual {
  const now = assess(subject);
  if (now.outcome === 'ELIGIBLE') {
    const { outcome, cents } = now;
    return { outcome, eligibleOn: textOf(subject.asOf), cents, changes: [], standing: [] };
  }
  const all = everyAnswer(subject);
  const reached = firstEligible(subject, all.suppositions);
  if (reached === undefined) {
    const left = assess(supposing(subject, all.suppositions, all.lookedAt));
    return { outcome: now.outcome, changes: [], standing: [...left.fail, ...left.open], left: toldNow(left, now) };
  }
  const needed = smallest(subject, all.suppositions, reached);
  const { on, determination } = firstEligible(subject, needed) ?? reached;
  const changes = [...needed.map(changeOf), ...waiting(now, subject, on)];
  return { outcome: now.outcome, eligibleOn: textOf(on), cents: determination.cents, changes, standing: [] };
}

/** Told as it stands now: supposing looks ahead, and a reason that is there already is better read of today. */
const toldNow = ({ outcome, fail, open, rules }: Determination, now: Determination): Left => ({
  outcome,
  fail,
  open,
  rules: rules.map((then) => now.rules.find(({ rule, code }) => rule === then.rule && code === then.code) ?? then),
});

interface Reached {
  readonly on: Day;
  readonly determination: Determination;
}

const supposing = (subject: Subject, suppositions: readonly Supposition[], asOf: Day): Subject =>
  suppositions.reduce<Subject>((seen, { on }) => on(seen), { ...subject, asOf });

/** Answers what is in the way, looks at the next day that matters, answers what is in the way then, and so on. */
function everyAnswer(subject: Subject): { readonly suppositions: readonly Supposition[]; readonly lookedAt: Day } {
  const suppositions: Supposition[] = [];
  let day = subject.asOf;
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const seen = supposing(subject, suppositions, day);
    const found = newOnes(seen, assess(seen), suppositions);
    suppositions.push(...found);
    const next = nextDay(supposing(subject, suppositions, day), suppositions, day);
    if (found.length === 0 && next === undefined) break;
    day = next ?? day;
  }
  return { suppositions, lookedAt: day };
}

function newOnes(seen: Subject, said: Determination, known: readonly Supposition[]): readonly Supposition[] {
  const opening = openingOf(seen);
  if (!opening.definition) return [];
  const context = contextOf(opening, opening.definition);
  const answered = new Set(known.map(({ code, change }) => `${code} ${change}`));
  return [
    ...said.fail.flatMap((code) => suppositionsFor(context, code, false)),
    ...said.open.flatMap((code) => suppositionsFor(context, code, true)),
  ].filter(({ code, change }) => !answered.has(`${code} ${change}`));
}

/** The next day on which the rules, or what is supposed, say something else. */
function nextDay(seen: Subject, suppositions: readonly Supposition[], after: Day): Day | undefined {
  const { untilOn, nextChangeOn, outcome } = assess(seen);
  if (outcome === 'ELIGIBLE') return undefined;
  const days = [untilOn, nextChangeOn].flatMap((day) => (day === undefined ? [] : [dayOf(day)]));
  const ahead = [...days, ...suppositions.map(({ earliestOn }) => earliestOn)].filter((day) => day > after);
  return ahead.length === 0 ? undefined : (Math.min(...ahead) as Day);
}

/** The first day, among those that matter, on which the supposed file is eligible. */
function firstEligible(subject: Subject, suppositions: readonly Supposition[]): Reached | undefined {
  const possibleOn = latest(subject.asOf, ...suppositions.map(({ earliestOn }) => earliestOn));
  let day: Day | undefined = possibleOn;
  for (let look = 0; look < LOOKS_MAX && day !== undefined; look += 1) {
    const seen = supposing(subject, suppositions, day);
    const determination = assess(seen);
    if (determination.outcome === 'ELIGIBLE') return { on: day, determination };
    day = nextDay(seen, suppositions, day);
  }
  return undefined;
}

/** Leaves out whatever is not needed, one by one. */
function smallest(subject: Subject, suppositions: readonly Supposition[], reached: Reached): readonly Supposition[] {
  let needed = suppositions;
  for (const supposition of suppositions) {
    const without = needed.filter((one) => one !== supposition);
    const still = firstEligible(subject, without);
    if (still !== undefined && still.on <= reached.on) needed = without;
  }
  return needed;
}

/** A supposition as it is told. */
export const changeOf = ({ code, change, by, earliestOn }: Supposition): NeededChange => ({
  code,
  change,
  by,
  earliestOn: textOf(earliestOn),
});

/** Time itself, where the claim only has to ripen. */
function waiting({ open }: Determination, { asOf }: Subject, on: Day): readonly NeededChange[] {
  if (on <= asOf) return [];
  const code = open.find((one) => one === 'NOT_YET_MATURE' || one === 'AWAITING_REGISTRY') ?? 'NOT_YET_MATURE';
  return [{ code, change: 'Time', by: ['TIME'], earliestOn: textOf(on) }];
}
