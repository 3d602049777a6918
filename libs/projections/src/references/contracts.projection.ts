import type { ContractEvent } from '@uitkomst/domain';
import { defineProjection, type Projection } from '../projection.js';
import { municipalityOf } from './stream-names.js';

type Payload<T extends ContractEvent['type']> = Extract<ContractEvent, { type: T }>['payload'];
type Registration = Payload<'ContractRegistered'>;

/** A contract as it now stands, with its tariffs. What held on an earlier day is asked of the terms, not of this list. */
export interface ListedContract {
  readonly municipality: string;
  readonly contractId: string;
  readonly providerId: string;
  readonly definitionSetId: string;
  readonly validFrom: string;
  readonly validTo?: string;
  /** The last registration with later amendments over it. */
  readonly agreed: Registration;
  readonly amendments: readonly Payload<'ContractAmended'>[];
  readonly tariffs: readonly Payload<'TariffSet'>[];
  /** Count of the contract's events: its ETag. */
  readonly changes: number;
}

interface ContractHistory {
  readonly registered?: Registration;
  readonly amendments: ListedContract['amendments'];
  readonly tariffs: ListedContract['tariffs'];
  readonly changes: number;
}

function evolve(history: ContractHistory, event: ContractEvent): ContractHistory {
  const next = { ...history, changes: history.changes + 1 };
  switch (event.type) {
    case 'ContractRegistered':
      return { ...next, registered: event.payload };
    case 'ContractAmended':
      return {
        ...next,
        ...(next.registered && { registered: { ...next.registered, ...(event.payload as Registration) } }),
        amendments: [...next.amendments, event.payload],
      };
    case 'TariffSet':
      return { ...next, tariffs: [...next.tariffs, event.payload] };
    default:
      event satisfies never;
      return next;
  }
}

export const CONTRACTS: Projection<ListedContract> = defineProjection<ContractHistory, ListedContract>({
  name: 'contracts',
  version: 1,
  fold: {
    follows: (stream) => stream.startsWith('contract-'),
    initial: () => ({ amendments: [], tariffs: [], changes: 0 }),
    evolve: (history, event) => evolve(history, event as unknown as ContractEvent),
  },
  columns: {
    municipality: 'text',
    contractId: 'text',
    providerId: 'text',
    definitionSetId: 'text',
    validFrom: 'text',
    validTo: 'text',
    agreed: 'json',
    amendments: 'json',
    tariffs: 'json',
    changes: 'integer',
  },
  primaryKey: ['municipality', 'contractId'],
  indexes: [
    ['municipality', 'providerId'],
    ['municipality', 'definitionSetId'],
  ],
  rows: ({ registered, amendments, tariffs, changes }, stream) => {
    if (!registered) return [];
    const { contractId, providerId, definitionSetId, validFrom, validTo } = registered;
    const until = validTo === undefined ? {} : { validTo };
    const municipality = municipalityOf(stream);
    const row = { municipality, contractId, providerId, definitionSetId, validFrom, agreed: registered };
    return [{ ...row, ...until, amendments, tariffs, changes }];
  },
});
