import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { EVIDENCE_OF_RULE_MAX, type Basis, type Outcome, type RuleResult } from '../client-file/claim/events.js';
import { nameOf } from '../definitions/parameters.js';
import { definitionSetOf } from '../definitions/select.js';
import { ruleSetOn, termsStream } from '../terms/terms.js';
import { type Day, latest, textOf } from '../values/calendar-date.js';
import { canonical } from '../values/canonical.js';
import { nextChange } from './context/next-change.js';
import type { Context } from './context.js';
import type { Opening } from './context/opening.js';
import type { Determination } from './determination.js';
import type { Answer } from './answers.js';
import type { Verdict } from './rules/rule.js';

/** What the rules' answers come to: the outcome, its codes and dates, the money, the basis and the hash of what was said. */
export function compose(opening: Opening, context: Context | undefined, answers: readonly Answer[]): Determination {
  const { fail, open, untils, waits, passed, rules } = tally(answers);
  const outcome = outcomeOf(opening, { fail, open, waits });
  const shares = context?.decidedBp === undefined ? undefined : context.attribution?.payload.shares;
  const said: Said = {
    outcome,
    fail,
    open,
    cents: centsOf(outcome, opening, context),
    ...(shares && { shares }),
    ...dated('episodeOn', context?.independentOn),
    ...(opening.definition && { definition: nameOf(opening.definition) }),
  };
  return {
    ...said,
    ...dated('untilOn', outcome === 'PENDING' && untils.length > 0 ? latest(...untils) : undefined),
    ...dated('nextChangeOn', nextChange(opening, context, untils)),
    ...(context?.tariffCents !== undefined && { tariffCents: context.tariffCents }),
    ...dated('maturityOn', context?.maturityOn),
    ruleSet: ruleSetOn(opening.subject.terms, opening.at),
    passed,
    rules,
    basis: basisOf(opening),
    decisionHash: hashOf(opening.claim.claimId, said),
  };
}

/** Waiting for the calendar or a register is PENDING even without a date; any other undated unknown asks for a person. */
const WAITS: ReadonlySet<string> = new Set(['R23', 'R24']);

/** The codes in the order of the rules, each once; one that fails is not open too. */
function tally(answers: readonly Answer[]) {
  const [fail, open]: [Set<string>, Set<string>] = [new Set(), new Set()];
  const [untils, passed, rules]: [Day[], string[], RuleResult[]] = [[], [], []];
  let waits = false;
  for (const { rule, verdict } of answers) {
    if (verdict.result === 'PASS') passed.push(rule.id);
    else rules.push(resultOf(rule.id, verdict));
    if (verdict.result === 'FAIL') fail.add(verdict.code);
    if (verdict.result !== 'UNKNOWN') continue;
    open.add(verdict.code);
    if (verdict.until !== undefined) untils.push(verdict.until);
    waits ||= verdict.until !== undefined || WAITS.has(rule.id);
  }
  return { fail: [...fail], open: [...open].filter((code) => !fail.has(code)), untils, waits, passed, rules };
}

function outcomeOf(
  { payments }: Opening,
  { fail, open, waits }: Pick<ReturnType<typeof tally>, 'fail' | 'open' | 'waits'>,
): Outcome {
  if (fail.length > 0) return payments.ownPaidCents > 0 ? 'CLAWBACK' : 'REJECTED';
  if (open.length === 0) return 'ELIGIBLE';
  return waits ? 'PENDING' : 'REVIEW';
}

function centsOf(outcome: Outcome, { payments }: Opening, context: Context | undefined): number {
  if (outcome === 'CLAWBACK') return payments.ownPaidCents;
  return outcome === 'ELIGIBLE' ? (context?.dueCents ?? 0) : 0;
}

const dated = <K extends string>(key: K, day: Day | undefined): Partial<Record<K, string>> =>
  (day === undefined ? {} : { [key]: textOf(day) }) as Partial<Record<K, string>>;

const MISSING_MAX = 10;

function resultOf(rule: string, verdict: Exclude<Verdict, { result: 'PASS' }>): RuleResult {
  if (verdict.result === 'NA') return { rule, result: 'NA' };
  const { result, code, evidence = [], missing = [], data } = verdict;
  const until = verdict.result === 'UNKNOWN' ? verdict.until : undefined;
  return {
    rule,
    result,
    code,
    ...dated('untilOn', until),
    ...(evidence.length > 0 && { evidence: evidence.slice(0, EVIDENCE_OF_RULE_MAX) }),
    ...(missing.length > 0 && { missing: missing.slice(0, MISSING_MAX) }),
    ...(data && { data }),
  };
}

/** Revisions of exactly the streams a decision on this claim reads; −1 where a stream has no events yet. */
function basisOf({ subject, claim, contract, contractId, definition, traject }: Opening): Basis {
  const { file, terms, asOf } = subject;
  const { municipality, revisions } = terms;
  const set = contract && definitionSetOf(contract, traject?.from ?? claim.submittedOn);
  const definitionId = set ?? definition?.definitionId;
  const streams = [
    ...(contractId === undefined ? [] : [termsStream('contract', municipality, contractId)]),
    ...(definitionId === undefined ? [] : [termsStream('definition', municipality, definitionId)]),
    termsStream('provider', municipality, claim.providerId),
    ...(definition?.parameters.requiredSources ?? []).map((source) => termsStream('source', municipality, source)),
    termsStream('rules', municipality),
  ];
  return {
    fileRevision: file.revision,
    terms: streams.map((stream) => ({ stream, revision: revisions.get(stream) ?? -1 })),
    ...(definition && { definition: nameOf(definition) }),
    ruleSet: ruleSetOn(terms, asOf),
    asOf: textOf(asOf),
  };
}

type Said = Pick<Determination, 'outcome' | 'fail' | 'open' | 'cents' | 'shares' | 'episodeOn' | 'definition'>;

/** What the decision says, not when or on which evidence: only a changed decision voids approvals (rulings 2.3). */
function hashOf(claim: string, { outcome, fail, open, cents, shares, episodeOn, definition }: Said): string {
  const content = canonical({ claim, outcome, fail, open, cents, shares, episode: episodeOn, definition });
  return bytesToHex(sha256(utf8ToBytes(content)));
}
