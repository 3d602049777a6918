import type { Told } from './recording.js';

/** A claim for a job, as its provider submits it. */
export const submitted = (claimId: string, providerId: string, fields: object = {}): Told => ({
  type: 'ClaimSubmitted',
  payload: {
    claimId,
    providerId,
    outcomeType: 'WORK',
    milestone: 'SUSTAINED',
    submittedOn: '2026-03-01',
    cents: 300_000,
    ...fields,
  },
  actor: { id: `person-at-${providerId}`, role: 'PROVIDER', orgId: providerId },
});

/** What the rules said of a claim; `hash` is one character, repeated. */
export const determined = (
  claimId: string,
  outcome: string,
  { hash = 'a', ...fields }: { readonly hash?: string; readonly [field: string]: unknown } = {},
): Told => ({
  type: 'ClaimDetermined',
  payload: {
    claimId,
    number: 1,
    outcome,
    fail: [],
    open: [],
    cents: 0,
    ruleSet: 'NL-RULES@1',
    decisionHash: hash.repeat(64),
    passed: [],
    rules: [],
    basis: { fileRevision: 0, terms: [], ruleSet: 'NL-RULES@1', asOf: '2026-03-01' },
    ...fields,
  },
});

interface Letter {
  readonly kind: string;
  readonly about: string | undefined;
  readonly termUntilOn?: string;
}

/** A letter about a decision. */
export const notified = (claimId: string, { kind, about = '', ...term }: Letter): Told => ({
  type: 'DecisionNotified',
  payload: { claimId, kind, subjectEventId: about, letterId: 'L1', notifiedOn: '2026-03-10', ...term },
});
