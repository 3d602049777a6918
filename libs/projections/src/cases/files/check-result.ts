import type { Determination } from '@uitkomst/domain';
import type { CaseCheck, Expectation } from './case-file.js';

/** A decision as a case file writes it down. */
export interface Decided {
  readonly outcome: Determination['outcome'];
  readonly until?: string;
  readonly fail: readonly string[];
  readonly open: readonly string[];
  readonly amount?: number;
}

/** One line of the answer; `ok` is null where nothing was expected. */
export interface CheckResult {
  readonly case: string;
  readonly claim: string;
  readonly at: string;
  readonly known: string;
  readonly preset: string;
  /** Decided by another definition set than the case's own. */
  readonly whatIf?: true;
  readonly got: Decided;
  readonly expect: Expectation | null;
  readonly ok: boolean | null;
}

export function decided({ outcome, fail, open, untilOn, cents }: Determination): Decided {
  const dated = outcome === 'PENDING' && untilOn !== undefined;
  const paid = outcome === 'ELIGIBLE' || outcome === 'CLAWBACK';
  return { outcome, ...(dated && { until: untilOn }), fail, open, ...(paid && { amount: cents }) };
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

/** In full: a code too many, a code too few or another order is a difference. */
const asExpected = (got: Decided, expect: Expectation): boolean =>
  got.outcome === expect.outcome &&
  got.until === expect.until &&
  got.amount === expect.amount &&
  sameList(got.fail, expect.fail) &&
  sameList(got.open, expect.open);

/** What came of a check. */
export function checkResult(
  asked: { readonly case: string; readonly check: CaseCheck; readonly preset: string },
  determination: Determination,
): CheckResult {
  const { check, preset } = asked;
  const got = decided(determination);
  const expect = check.expect ?? null;
  return {
    case: asked.case,
    claim: check.c,
    at: check.at,
    known: check.known ?? check.at,
    preset,
    ...((check.preset !== undefined || check.whatIf === true) && { whatIf: true }),
    got,
    expect,
    ok: expect && asExpected(got, expect),
  };
}

/** `ok GC-01 c1 at 2009-04-01: ELIGIBLE 300000`. */
export function lineOf(result: CheckResult): string {
  const { ok, claim, at, known, preset, whatIf, got, expect } = result;
  const mark = ok === null ? '-   ' : ok ? 'ok  ' : 'DIFF';
  const asKnown = known === at ? '' : ` known ${known}`;
  const under = whatIf ? ` under ${preset}` : '';
  const wanted = ok === false && expect ? `; expected ${wordsOf(expect)}` : '';
  return `${mark} ${result.case} ${claim} at ${at}${asKnown}${under}: ${wordsOf(got)}${wanted}`;
}

type AnyDecision = { readonly [K in keyof Decided]: Decided[K] | undefined };

function wordsOf({ outcome, until, fail, open, amount }: AnyDecision): string {
  const parts = [
    outcome,
    until && `until ${until}`,
    amount === undefined ? undefined : String(amount),
    fail && fail.length > 0 && `fail ${fail.join(', ')}`,
    open && open.length > 0 && `open ${open.join(', ')}`,
  ];
  return parts.filter(Boolean).join(' ');
}
