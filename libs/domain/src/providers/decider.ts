import { accept, refuse, type Asking, type Decider, type Decision } from '../decider.js';
import type { PayloadOf, RecordedOf, Role } from '../event.js';
import { dayOf, textOf } from '../values/calendar-date.js';
import { periodOf } from '../values/period.js';
import { same } from '../values/same.js';
import type { AffiliationRegistered, BankAccountRegistered, ProviderEvent, ProviderRegistered } from './events.js';

/** Everything that may be asked of one provider's register; `ifMatch` is the count of its events as the asker saw them (412). */
export type ProviderCommand =
  | {
      readonly type: 'RegisterProvider';
      readonly provider: PayloadOf<typeof ProviderRegistered>;
      readonly ifMatch?: number;
    }
  | {
      readonly type: 'RegisterAffiliation';
      readonly affiliation: PayloadOf<typeof AffiliationRegistered>;
      readonly ifMatch?: number;
    }
  | {
      readonly type: 'RegisterBankAccount';
      readonly account: PayloadOf<typeof BankAccountRegistered>;
      readonly ifMatch?: number;
    }
  | { readonly type: 'ConfirmBankAccount'; readonly accountId: string; readonly ifMatch?: number };

export const PROVIDER_COMMANDS: Readonly<Record<ProviderCommand['type'], readonly Role[]>> = {
  RegisterProvider: ['CONTRACTS'],
  RegisterAffiliation: ['CONTRACTS'],
  RegisterBankAccount: ['CONTRACTS'],
  ConfirmBankAccount: ['FINANCE'],
};

/** A provider's account: money goes to it only once another person has confirmed it. */
export interface BankAccount {
  readonly account: PayloadOf<typeof BankAccountRegistered>;
  readonly registeredBy: string;
  readonly confirmedOn?: string;
}

export interface ProviderState {
  /** In recorded order; the last says who owns it now. */
  readonly registrations: readonly PayloadOf<typeof ProviderRegistered>[];
  readonly affiliations: readonly PayloadOf<typeof AffiliationRegistered>[];
  readonly accounts: ReadonlyMap<string, BankAccount>;
  /** Count of the provider's events. */
  readonly version: number;
}

type ProviderDecision = Decision<ProviderEvent>;

function decide(state: ProviderState, command: ProviderCommand, asking: Asking): ProviderDecision {
  if (!PROVIDER_COMMANDS[command.type].includes(asking.actor.role)) return refuse('ROLE_MAY_NOT_RECORD');
  if (unknown(state, command)) return refuse('NOT_FOUND');
  if (heard(state, command)) return accept();
  if (command.ifMatch !== undefined && command.ifMatch !== state.version) return refuse('VERSION_STALE');
  switch (command.type) {
    case 'RegisterProvider':
      return register(state, command.provider);
    case 'RegisterAffiliation':
      return affiliate(command.affiliation);
    case 'RegisterBankAccount':
      if (state.accounts.has(command.account.accountId)) return refuse('ID_REUSED');
      return accept({ type: 'BankAccountRegistered', payload: command.account });
    case 'ConfirmBankAccount':
      return confirmAccount(state.accounts.get(command.accountId), asking);
    default:
      return command satisfies never;
  }
}

function unknown({ registrations, accounts }: ProviderState, command: ProviderCommand): boolean {
  if (command.type === 'RegisterProvider') return false;
  return registrations.length === 0 || (command.type === 'ConfirmBankAccount' && !accounts.has(command.accountId));
}

function heard(state: ProviderState, command: ProviderCommand): boolean {
  switch (command.type) {
    case 'RegisterProvider':
      return same(state.registrations.at(-1), command.provider);
    case 'RegisterAffiliation':
      return same(state.affiliations.findLast(sameTie(command.affiliation)), command.affiliation);
    case 'RegisterBankAccount':
      return same(state.accounts.get(command.account.accountId)?.account, command.account);
    case 'ConfirmBankAccount':
      return state.accounts.get(command.accountId)?.confirmedOn !== undefined;
    default:
      return command satisfies never;
  }
}

type Tie = PayloadOf<typeof AffiliationRegistered>;
/** One tie is one employer, in one capacity, from one day on; recorded anew it gets its end. */
const sameTie = (a: Tie) => (b: Tie) =>
  a.employerId === b.employerId && a.kind === b.kind && a.validFrom === b.validFrom;

function register({ registrations }: ProviderState, payload: PayloadOf<typeof ProviderRegistered>): ProviderDecision {
  const last = registrations.at(-1);
  // Ownership may change hands, from a later day on.
  if (last && dayOf(payload.validFrom) <= dayOf(last.validFrom)) return refuse('ID_REUSED');
  return accept({ type: 'ProviderRegistered', payload });
}

function affiliate(payload: Tie): ProviderDecision {
  const { from, to } = periodOf(payload);
  return from < to ? accept({ type: 'AffiliationRegistered', payload }) : refuse('INVALID_PERIOD');
}

function confirmAccount(known: BankAccount | undefined, { actor, today }: Asking): ProviderDecision {
  if (!known) return refuse('NOT_FOUND');
  if (known.registeredBy === actor.id) return refuse('SEPARATION_OF_DUTIES');
  const { providerId, accountId } = known.account;
  return accept({ type: 'BankAccountConfirmed', payload: { providerId, accountId, confirmedOn: textOf(today) } });
}

function evolve(state: ProviderState, event: RecordedOf<ProviderEvent>): ProviderState {
  const version = state.version + 1;
  switch (event.type) {
    case 'ProviderRegistered':
      return { ...state, version, registrations: [...state.registrations, event.payload] };
    case 'AffiliationRegistered':
      return { ...state, version, affiliations: [...state.affiliations, event.payload] };
    case 'BankAccountRegistered': {
      const account = { account: event.payload, registeredBy: event.actor.id };
      return { ...state, version, accounts: new Map(state.accounts).set(event.payload.accountId, account) };
    }
    case 'BankAccountConfirmed': {
      const { accountId, confirmedOn } = event.payload;
      const known = state.accounts.get(accountId);
      if (!known) return { ...state, version };
      return { ...state, version, accounts: new Map(state.accounts).set(accountId, { ...known, confirmedOn }) };
    }
    default:
      event satisfies never;
      return { ...state, version };
  }
}

/** Aanbieder (stream `provider-…`): who owns it, whom it is tied to, and where its money goes. */
export const providerDecider: Decider<
  ProviderState,
  ProviderCommand,
  ProviderEvent,
  Asking,
  RecordedOf<ProviderEvent>
> = {
  initial: { registrations: [], affiliations: [], accounts: new Map(), version: 0 },
  evolve,
  decide,
};
