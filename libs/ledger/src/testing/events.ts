import type { Actor } from '@uitkomst/domain';
import { uuidv7 } from 'uuidv7';
import type { NewEvent } from '../ledger.js';

export const PROVIDER: Actor = { id: 'p-1', role: 'PROVIDER', orgId: 'WERKPLUS' };

const PERSON = 'aaaaaaaaaaaaa';
let commands = 0;

/** A valid event with nothing special about it: a claim was withdrawn. */
export function anEvent(fields: Partial<NewEvent> & { readonly claim?: string } = {}): NewEvent {
  const { claim = 'b', ...given } = fields;
  return {
    id: uuidv7(),
    type: 'ClaimWithdrawn',
    payload: { claimId: `${PERSON}.${claim}`, reason: 'OTHER', withdrawnOn: '2025-03-01' },
    actor: PROVIDER,
    commandId: `command-${(commands += 1)}`,
    commandHash: 'c'.repeat(64),
    ...given,
  };
}

/** An event of about that many characters, as large as a determination can get. */
export function aLargeEvent(characters: number): NewEvent {
  return anEvent({
    type: 'ClaimDetermined',
    payload: {
      claimId: `${PERSON}.b`,
      number: 1,
      outcome: 'PENDING',
      fail: [],
      open: [],
      cents: 0,
      ruleSet: 'NL-RULES@1',
      decisionHash: 'd'.repeat(64),
      passed: ['é"\\\u0001'.repeat(Math.floor(characters / 10))],
      rules: [],
      basis: { fileRevision: 0, terms: [], ruleSet: 'NL-RULES@1', asOf: '2025-03-01' },
    },
  });
}
