// One claim with its outcome in one append: the row of rulings §8.
import { EVENT_CATALOGUE, type Actor, type EventDefinition } from '@uitkomst/domain';
import { codecFor, type NewEvent } from '@uitkomst/ledger';

/** Clients the rows are about. */
export const CLIENTS = 5_000;
export const PROVIDER: Actor = { id: 'p-1', role: 'PROVIDER', orgId: 'WERKPLUS' };
const SYSTEM: Actor = { id: 'system', role: 'SYSTEM', orgId: 'uitkomst' };
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

export const refOf = (client: number) =>
  Array.from({ length: 13 }, (_, place) => ALPHABET[Math.floor(client / 32 ** (12 - place)) % 32]).join('');

/** Ordered in time like the real ones, but made for nothing: making ids is the caller's work. */
let ids = 0;
export const nextId = () => `0195a000-0000-7000-8000-${(ids += 1).toString(16).padStart(12, '0')}`;

/** One claim with its outcome: 600 bytes and at most 2 kB. */
export function payloadsOf(client: number) {
  const claimId = `${refOf(client)}.${'c'.repeat(10)}`;
  const proof = { id: nextId(), kind: 'PAYSLIP', sha256: 'a'.repeat(64), obtainedOn: '2025-02-01' };
  const submitted = {
    outcomeType: 'WORK',
    milestone: 'SUSTAINED',
    claimId,
    providerId: 'WERKPLUS',
    submittedOn: '2025-03-01',
    contractId: 'C-2025-1',
    trajectId: 'T-1001',
    jobId: 'J-1001',
    assertedOutflowOn: '2024-08-01',
    cents: 300_000,
    evidence: [proof, proof],
    providerReference: 'WP-2025-000123',
  };
  const rule = {
    rule: 'R16',
    result: 'UNKNOWN',
    code: 'WAITING_PERIOD',
    untilOn: '2025-08-01',
    evidence: [proof.id, proof.id],
  };
  const determined = {
    claimId,
    number: 1,
    outcome: 'PENDING',
    fail: [],
    open: ['WAITING_PERIOD', 'NO_WATERMARK'],
    untilOn: '2025-08-01',
    nextChangeOn: '2025-08-01',
    cents: 0,
    tariffCents: 300_000,
    episodeOn: '2024-08-01',
    maturityOn: '2025-02-01',
    definition: 'NL-STD@1',
    ruleSet: 'NL-RULES@1',
    decisionHash: 'd'.repeat(64),
    passed: Array.from({ length: 30 }, (_, index) => `R${index + 1}`),
    rules: [rule, { ...rule, rule: 'R22' }, { ...rule, rule: 'R37' }],
    basis: {
      fileRevision: 12,
      terms: [
        'contract-0363-C-2025-1',
        'definition-0363-NL-STD',
        'provider-0363-WERKPLUS',
        'source-0363-UWV_POLIS',
      ].map((stream) => ({ stream, revision: 3 })),
      definition: 'NL-STD@1',
      ruleSet: 'NL-RULES@1',
      asOf: '2025-03-01',
    },
  };
  return { submitted, determined };
}
const PAYLOADS = Array.from({ length: CLIENTS }, (_, client) => payloadsOf(client));
export const STREAMS = PAYLOADS.map((_, client) => `client-0363-${refOf(client)}`);

export const COMMAND_HASH = 'c'.repeat(64);

/** What a caller hands over: the ledger's work begins here. */
export function row(client: number): readonly NewEvent[] {
  const command = { commandId: nextId(), commandHash: COMMAND_HASH };
  const { submitted, determined } = PAYLOADS[client] ?? payloadsOf(client);
  return [
    { id: nextId(), type: 'ClaimSubmitted', payload: submitted, actor: PROVIDER, ...command },
    { id: nextId(), type: 'ClaimDetermined', payload: determined, actor: SYSTEM, ...command },
  ];
}

/** Bytes, digests and leaf alone: the check of the payload belongs to the full command (rulings §8). */
export const UNCHECKED = codecFor(
  Object.fromEntries(
    Object.values(EVENT_CATALOGUE).map((definition) => [
      definition.type,
      { ...definition, payload: { parse: (payload: unknown) => payload } } as unknown as EventDefinition,
    ]),
  ),
);
