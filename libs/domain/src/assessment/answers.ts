import type { RecordedAs } from '../client-file/events.js';
import type { Context } from './context.js';
import type { Opening } from './context/opening.js';
import { fail, na, note, open, type Rule, type Verdict } from './rules/rule.js';
import { RESOLVABLE } from './resolvable.js';
import { rulesOf } from './rules/index.js';
import { ruleSetOn } from '../terms/terms.js';
import { maySetAside } from './set-aside.js';
import type { ClaimFacts } from './subject.js';

/** A rule with what it says of this claim. */
export interface Answer {
  readonly rule: Rule;
  readonly verdict: Verdict;
}

/** Asks every rule, in order, then lets stand what officers and upheld objections decided, then draws what follows from all. */
export function answersOf(opening: Opening, context: Context | undefined): readonly Answer[] {
  const answers = rulesOf(ruleSetOn(opening.subject.terms, opening.at)).map((rule) => ({
    rule,
    verdict: settled(rule, ask(rule, opening, context), opening),
  }));
  return context ? concluded(answers, context) : answers;
}

/** Without a definition set only R1, R2 and R6 can be answered; a ladder step has but few rules. */
function ask(rule: Rule, opening: Opening, context: Context | undefined): Verdict {
  if (rule.asks === 'ALWAYS') return rule.check(opening);
  if (!context || (rule.asks === 'WORK_CLAIM' && opening.claim.outcomeType !== 'WORK')) return na();
  return rule.check(context);
}

function settled(rule: Rule, verdict: Verdict, { claim, job }: Opening): Verdict {
  if (verdict.result !== 'FAIL' && verdict.result !== 'UNKNOWN') return verdict;
  const { code, evidence = [], data = {} } = verdict;
  const isSetAside =
    claim.setAside.some((named) => named.code === code && (named.rule ?? rule.id) === rule.id) &&
    maySetAside(rule.id, code);
  if (isSetAside) return note(code, { evidence, data });
  const isResolvable = verdict.result === 'UNKNOWN' && verdict.until === undefined && RESOLVABLE.has(code);
  if (!isResolvable || (code === 'EMPLOYMENT_UNVERIFIED' && !job)) return verdict;
  const review = reviewOf(claim, rule.id, code);
  if (!review) return verdict;
  const ground = { evidence: [review.id, ...evidence], data };
  return review.payload.result === 'FAILED' ? fail(code, ground) : note(code, ground);
}

/** The latest recorded decision that names the code; of two recorded at the same time the failing one. */
function reviewOf({ reviews }: ClaimFacts, rule: string, code: string): RecordedAs<'ReviewResolved'> | undefined {
  let last: RecordedAs<'ReviewResolved'> | undefined;
  for (const review of reviews) {
    const names = review.payload.codes.some((named) => named.code === code && (named.rule ?? rule) === rule);
    if (!names) continue;
    const sameTime = review.recordedAt === last?.recordedAt;
    if (!sameTime || last?.payload.result !== 'FAILED') last = review;
  }
  return last;
}

/** What follows only from all answers together: without an episode nothing is ever eligible, and nor is an amount of nothing. */
function concluded(answers: readonly Answer[], context: Context): readonly Answer[] {
  if (answers.some(({ verdict }) => verdict.result === 'FAIL' || verdict.result === 'UNKNOWN')) return answers;
  const { claim, independentOn, dueCents, job, traject } = context;
  if (claim.outcomeType === 'WORK' && independentOn === undefined)
    return replaced(answers, 'R23', open('NOT_YET_MATURE', { missing: ['OUTFLOW'], data: { t: context.sustainText } }));
  if (dueCents !== 0) return answers;
  const evidence = (job?.facts.applications ?? []).map(({ id }) => id);
  return replaced(
    answers,
    'R39',
    fail('NOTHING_DUE', { evidence: evidence.length > 0 || !traject ? evidence : [traject.startedBy] }),
  );
}

const replaced = (answers: readonly Answer[], id: string, verdict: Verdict): readonly Answer[] =>
  answers.map((answer) => (answer.rule.id === id ? { rule: answer.rule, verdict } : answer));
