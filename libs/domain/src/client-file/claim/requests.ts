import type { RecordedAs } from '../events.js';

/** What a letter asked for: what a rule wanted to know, and the last day for telling it. */
export interface EvidenceRequest {
  readonly rule: string;
  readonly code: string;
  readonly untilOn: string;
}

type Determined = RecordedAs<'ClaimDetermined'>['payload'];

/** A request asks for the evidence that is missing; a letter about a review for whatever is open. Asked again, the later term counts. */
export function withRequests(
  earlier: readonly EvidenceRequest[],
  { kind, termUntilOn }: RecordedAs<'DecisionNotified'>['payload'],
  { rules }: Determined,
): readonly EvidenceRequest[] {
  if (termUntilOn === undefined || (kind !== 'REVIEW' && kind !== 'INCOMPLETE')) return earlier;
  const asked = rules.flatMap(({ rule, code, result }) =>
    result === 'UNKNOWN' && code !== undefined && (kind === 'REVIEW' || code === 'EVIDENCE_MISSING')
      ? [{ rule, code, untilOn: termUntilOn }]
      : [],
  );
  return [...earlier.filter((one) => !asked.some((now) => isSame(one, now))), ...asked];
}

/** What was known in between and is not any more is to be asked for anew. */
export const stillWanted = (requests: readonly EvidenceRequest[], { rules }: Determined): readonly EvidenceRequest[] =>
  requests.filter((one) => rules.some((now) => now.result === 'UNKNOWN' && isSame(one, now)));

/** Whether this was asked for, and the term for telling it is over. */
export const wasAskedInVain = (requests: readonly EvidenceRequest[], wanted: Wanted, day: string): boolean =>
  requests.some((one) => isSame(one, wanted) && one.untilOn < day);

type Wanted = { readonly rule?: string | undefined; readonly code?: string | undefined };
const isSame = (one: Wanted, other: Wanted): boolean => one.rule === other.rule && one.code === other.code;
