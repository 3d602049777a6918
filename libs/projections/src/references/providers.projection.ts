import type { ProviderEvent } from '@uitkomst/domain';
import { defineProjection, type Projection } from '../projection.js';
import { municipalityOf } from './stream-names.js';

type Payload<T extends ProviderEvent['type']> = Extract<ProviderEvent, { type: T }>['payload'];

/** A provider with what is known of its owners and accounts; account numbers are in the vault. */
export interface ListedProvider {
  readonly municipality: string;
  readonly providerId: string;
  readonly ownership: Payload<'ProviderRegistered'>['ownership'];
  readonly validFrom: string;
  readonly affiliations: readonly Payload<'AffiliationRegistered'>[];
  readonly accounts: readonly ListedAccount[];
  readonly changes: number;
}

export interface ListedAccount {
  readonly accountId: string;
  readonly activeFrom: string;
  readonly confirmedOn?: string;
}

interface ProviderHistory {
  readonly registered?: Payload<'ProviderRegistered'>;
  readonly affiliations: ListedProvider['affiliations'];
  readonly accounts: ListedProvider['accounts'];
  readonly changes: number;
}

function evolve(history: ProviderHistory, event: ProviderEvent): ProviderHistory {
  const next = { ...history, changes: history.changes + 1 };
  switch (event.type) {
    case 'ProviderRegistered':
      return { ...next, registered: event.payload };
    case 'AffiliationRegistered':
      return { ...next, affiliations: [...next.affiliations, event.payload] };
    case 'BankAccountRegistered': {
      const { accountId, activeFrom } = event.payload;
      return { ...next, accounts: [...next.accounts, { accountId, activeFrom }] };
    }
    case 'BankAccountConfirmed': {
      const { accountId, confirmedOn } = event.payload;
      const confirm = (account: ListedAccount) =>
        account.accountId === accountId ? { ...account, confirmedOn } : account;
      return { ...next, accounts: next.accounts.map(confirm) };
    }
    default:
      event satisfies never;
      return next;
  }
}

export const PROVIDERS: Projection<ListedProvider> = defineProjection<ProviderHistory, ListedProvider>({
  name: 'providers',
  version: 1,
  fold: {
    follows: (stream) => stream.startsWith('provider-'),
    initial: () => ({ affiliations: [], accounts: [], changes: 0 }),
    evolve: (history, event) => evolve(history, event as unknown as ProviderEvent),
  },
  columns: {
    municipality: 'text',
    providerId: 'text',
    ownership: 'text',
    validFrom: 'text',
    affiliations: 'json',
    accounts: 'json',
    changes: 'integer',
  },
  primaryKey: ['municipality', 'providerId'],
  rows: ({ registered, affiliations, accounts, changes }, stream) => {
    if (!registered) return [];
    const { providerId, ownership, validFrom } = registered;
    return [
      { municipality: municipalityOf(stream), providerId, ownership, validFrom, affiliations, accounts, changes },
    ];
  },
});
