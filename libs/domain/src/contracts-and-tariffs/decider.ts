import { accept, refuse, type Asking, type Decider, type Decision } from '../decider.js';
import type { PayloadOf, RecordedOf, Role } from '../event.js';
import type { Contract } from '../terms/terms.js';
import { dayOf } from '../values/calendar-date.js';
import { overlaps, periodOf } from '../values/period.js';
import { same } from '../values/same.js';
import { emptyContract, registrationOn, withAmendment, withRegistration, withTariff } from './contract-on-day.js';
import type { ContractAmended, ContractEvent, ContractRegistered, TariffSet } from './events.js';

/** Everything that may be asked of one contract; `ifMatch` is the count of its events as the asker saw them (412). */
export type ContractCommand =
  | {
      readonly type: 'RegisterContract';
      readonly contract: PayloadOf<typeof ContractRegistered>;
      readonly ifMatch?: number;
    }
  | { readonly type: 'AmendContract'; readonly amendment: PayloadOf<typeof ContractAmended>; readonly ifMatch?: number }
  | { readonly type: 'SetTariff'; readonly tariff: PayloadOf<typeof TariffSet>; readonly ifMatch?: number };

export const CONTRACT_COMMANDS: Readonly<Record<ContractCommand['type'], readonly Role[]>> = {
  RegisterContract: ['CONTRACTS'],
  AmendContract: ['CONTRACTS'],
  SetTariff: ['CONTRACTS'],
};

export interface ContractState {
  readonly contract: Contract;
  /** As recorded, in order: what a repeated command is compared with. */
  readonly events: readonly ContractEvent[];
}

type ContractDecision = Decision<ContractEvent>;

function decide(state: ContractState, command: ContractCommand, { actor }: Asking): ContractDecision {
  if (!CONTRACT_COMMANDS[command.type].includes(actor.role)) return refuse('ROLE_MAY_NOT_RECORD');
  const registered = state.contract.registrations.length > 0;
  if (!registered && command.type !== 'RegisterContract') return refuse('NOT_FOUND');
  const event = eventOf(command);
  if (heard(state, event)) return accept();
  if (command.ifMatch !== undefined && command.ifMatch !== state.events.length) return refuse('VERSION_STALE');
  const { from, to } = periodOf(event.payload);
  if (from >= to) return refuse('INVALID_PERIOD');
  if (command.type === 'RegisterContract') return register(state, command.contract);
  if (command.type === 'AmendContract') return amend(state, command.amendment);
  return accept(event);
}

function eventOf(command: ContractCommand): ContractEvent {
  switch (command.type) {
    case 'RegisterContract':
      return { type: 'ContractRegistered', payload: command.contract };
    case 'AmendContract':
      return { type: 'ContractAmended', payload: command.amendment };
    case 'SetTariff':
      return { type: 'TariffSet', payload: command.tariff };
    default:
      return command satisfies never;
  }
}

/** The same again is a repeat only while nothing later of its kind was recorded: going back to earlier terms is a change. */
function heard({ events }: ContractState, event: ContractEvent): boolean {
  if (event.type === 'ContractRegistered') return events.some((known) => same(known, event));
  const latestOfKind = events.findLast(
    (known) =>
      known.type === event.type &&
      (known.type !== 'TariffSet' || event.type !== 'TariffSet' || known.payload.milestone === event.payload.milestone),
  );
  return latestOfKind !== undefined && same(latestOfKind, event);
}

/** A contract may be registered again for a later term; within a term that is registered, terms change by amendment. */
function register({ contract }: ContractState, payload: PayloadOf<typeof ContractRegistered>): ContractDecision {
  const period = periodOf(payload);
  const clash = contract.registrations.some(
    (known) => overlaps(known.period, period) || known.providerId !== payload.providerId,
  );
  return clash ? refuse('ID_REUSED') : accept({ type: 'ContractRegistered', payload });
}

/** Outside every term an amendment must say until when it holds: it then extends the contract. */
function amend({ contract }: ContractState, payload: PayloadOf<typeof ContractAmended>): ContractDecision {
  const inForce = registrationOn(contract, dayOf(payload.validFrom)) !== undefined;
  if (!inForce && payload.validTo === undefined) return refuse('INVALID_PERIOD');
  return accept({ type: 'ContractAmended', payload });
}

function evolve({ contract, events }: ContractState, event: RecordedOf<ContractEvent>): ContractState {
  return {
    contract: changed(contract, event),
    events: [...events, { type: event.type, payload: event.payload } as ContractEvent],
  };
}

function changed(contract: Contract, event: RecordedOf<ContractEvent>): Contract {
  const known = contract.contractId === '' ? emptyContract(event.payload.contractId) : contract;
  switch (event.type) {
    case 'ContractRegistered':
      return withRegistration(known, event);
    case 'ContractAmended':
      return withAmendment(known, event);
    case 'TariffSet':
      return withTariff(known, event);
    default:
      event satisfies never;
      return contract;
  }
}

/** Contract re-integratie (stream `contract-…`): registered, amended and priced by contract management. */
export const contractDecider: Decider<
  ContractState,
  ContractCommand,
  ContractEvent,
  Asking,
  RecordedOf<ContractEvent>
> = {
  initial: { contract: emptyContract(''), events: [] },
  evolve,
  decide,
};
