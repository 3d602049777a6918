import type { RecordedEvent } from '@uitkomst/ledger';
import { isStaff, mayReadMoney, maySeeTermsOf, type Principal } from '../shell/auth/principal.js';

/** What may have to be read again. It says that something is otherwise, never what: whoever reads it leaves a look as always. */
export interface Change {
  readonly resource: 'dossiers' | 'claims' | 'terugvorderingen' | 'betaalbatches' | 'voorwaarden';
  readonly id: string;
}

const TERMS: ReadonlySet<string> = new Set(['contract', 'provider', 'definition', 'rules', 'source']);

/** Of one stream, for anybody but a provider: whose claims changed in its own eyes the file itself must tell. */
export function changesFor(principal: Principal, stream: string, events: readonly RecordedEvent[]): readonly Change[] {
  const [kind = '', municipality, ...names] = stream.split('-');
  if (municipality !== principal.municipality) return [];
  const id = names.join('-');
  if (kind === 'client') return inFile(principal, id, events);
  if (kind === 'batch') return mayReadMoney(principal) ? [{ resource: 'betaalbatches', id }] : [];
  if (TERMS.has(kind)) return maySeeTermsOf(principal).staff ? [{ resource: 'voorwaarden', id: `${kind}/${id}` }] : [];
  return [];
}

function inFile(principal: Principal, personRef: string, events: readonly RecordedEvent[]): readonly Change[] {
  const named = events.map(({ payload }) => payload as { readonly claimId?: string; readonly clawbackId?: string });
  const clawbacks = ids(named.map(({ clawbackId }) => clawbackId)).map((id): Change => ({
    resource: 'terugvorderingen',
    id,
  }));
  if (isStaff(principal))
    return [
      { resource: 'dossiers', id: personRef },
      ...ids(named.map(({ claimId }) => claimId)).map((id): Change => ({ resource: 'claims', id })),
      ...clawbacks,
    ];
  if (principal.personRef === personRef) return [{ resource: 'dossiers', id: personRef }];
  return mayReadMoney(principal) ? clawbacks : []; // Finance settles what it may otherwise not read.
}

const ids = (all: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(all.filter((id) => id !== undefined)),
];
