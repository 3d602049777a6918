import type { RecordedAs } from '../events.js';
import type { RuleResult } from '../claim/events.js';

/** A code set aside by an upheld objection, with the rule's answer then: it lapses when what the rule read changes. */
export interface SetAside {
  readonly code: string;
  readonly rule?: string;
  readonly evidence?: readonly string[];
}

/** An objection of one party against one notified decision. */
export interface Objection {
  readonly objectionId: string;
  readonly claimId: string;
  readonly by: 'PROVIDER' | 'CLIENT';
  readonly subjectEventId: string;
  readonly late: boolean;
  readonly state: 'OPEN' | 'WITHDRAWN' | 'UPHELD' | 'PARTLY' | 'DISMISSED' | 'INADMISSIBLE';
  readonly setAside: readonly SetAside[];
}

type ObjectionEvent = RecordedAs<'ObjectionFiled'> | RecordedAs<'ObjectionWithdrawn'> | RecordedAs<'ObjectionDecided'>;

/** `rules` is what the claim's current determination says, rule by rule. */
export function evolveObjections(
  objections: readonly Objection[],
  event: ObjectionEvent,
  rules: readonly RuleResult[],
): readonly Objection[] {
  const change = (to: Partial<Objection>): readonly Objection[] =>
    objections.map((one) => (one.objectionId === event.payload.objectionId ? { ...one, ...to } : one));
  switch (event.type) {
    case 'ObjectionFiled': {
      const { objectionId, claimId, by, subjectEventId, late } = event.payload;
      return [...objections, { objectionId, claimId, by, subjectEventId, late, state: 'OPEN', setAside: [] }];
    }
    case 'ObjectionWithdrawn':
      return change({ state: 'WITHDRAWN' });
    case 'ObjectionDecided':
      return change({
        state: event.payload.outcome,
        setAside: event.payload.setAside.flatMap((code) => pinned(code, rules)),
      });
    default:
      return event satisfies never;
  }
}

function pinned(code: string, rules: readonly RuleResult[]): readonly SetAside[] {
  const answers = rules.filter((rule) => rule.code === code && rule.result !== 'INFO');
  return answers.length === 0 ? [{ code }] : answers.map(({ rule, evidence = [] }) => ({ code, rule, evidence }));
}

/** Upheld, wholly or in part. */
export const isUpheld = ({ state }: Objection): boolean => state === 'UPHELD' || state === 'PARTLY';
