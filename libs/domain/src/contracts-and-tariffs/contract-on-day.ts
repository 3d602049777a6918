import type { PayloadOf } from '../event.js';
import type { Contract, ContractRegistration, Tariff } from '../terms/terms.js';
import type { EventId } from '../values/ids.js';
import { dayOf, FOREVER, type Day } from '../values/calendar-date.js';
import { covers, periodOf } from '../values/period.js';
import type { ContractAmended, ContractRegistered, TariffSet } from './events.js';

type Told<D> = { readonly id: EventId; readonly payload: PayloadOf<D> };

/** What the parties had agreed for a day: the registration or amendment recorded last that covers it. */
export const registrationOn = (contract: Contract, day: Day): ContractRegistration | undefined =>
  contract.registrations.findLast(({ period }) => covers(period, day));

/** What holds on a day; where nothing does, before its start or after its end, what was registered last. */
export const agreedOn = (contract: Contract, day: Day): ContractRegistration | undefined =>
  registrationOn(contract, day) ?? contract.registrations.at(-1);

/** The tariff of a milestone on a day: the one recorded last that covers it. */
export const tariffOn = (contract: Contract, milestone: string, day: Day): Tariff | undefined =>
  contract.tariffs.findLast((tariff) => tariff.milestone === milestone && covers(tariff.period, day));

export const emptyContract = (contractId: string): Contract => ({ contractId, registrations: [], tariffs: [] });

type Agreed = Omit<ContractRegistration, 'period' | 'recordedBy' | 'succeeds'>;

/** What decisions read of a registration or amendment; what it does not name stays as it was. */
function agreedBy(payload: PayloadOf<typeof ContractAmended>, base?: Agreed): Agreed | undefined {
  const providerId = payload.providerId ?? base?.providerId;
  const definitionSetId = payload.definitionSetId ?? base?.definitionSetId;
  if (providerId === undefined || definitionSetId === undefined) return undefined;
  const fourEyesThresholdCents = payload.fourEyesThresholdCents ?? base?.fourEyesThresholdCents;
  const objectionRegime = payload.objectionRegime ?? base?.objectionRegime;
  const budgetCents = payload.budgetCents ?? base?.budgetCents;
  const paymentTermDays = payload.paymentTermDays ?? base?.paymentTermDays;
  const vat = payload.vat ?? base?.vat;
  const ledgerAccount = payload.ledgerAccount ?? base?.ledgerAccount;
  return {
    providerId,
    definitionSetId,
    ...(fourEyesThresholdCents !== undefined && { fourEyesThresholdCents }),
    ...(objectionRegime !== undefined && { objectionRegime }),
    ...(budgetCents !== undefined && { budgetCents }),
    ...(paymentTermDays !== undefined && { paymentTermDays }),
    ...(vat !== undefined && { vat }),
    ...(ledgerAccount !== undefined && { ledgerAccount }),
  };
}

export function withRegistration(contract: Contract, { id, payload }: Told<typeof ContractRegistered>): Contract {
  const agreed = agreedBy(payload);
  if (!agreed) return contract;
  const registration = { ...agreed, period: periodOf(payload), recordedBy: id };
  return { ...contract, registrations: [...contract.registrations, registration] };
}

/**
 * An amendment holds from its first day on and takes over what it does not name from the registration then in force, or, where
 * none is, from the one recorded last. That registration ends there, so that an amendment recorded afterwards holds until the next
 * change; one that names an end ends all that was in force, so that the contract really ends then (R1 asks for any registration).
 */
export function withAmendment(contract: Contract, { id, payload }: Told<typeof ContractAmended>): Contract {
  const from = dayOf(payload.validFrom);
  const base = agreedOn(contract, from);
  const agreed = agreedBy(payload, base);
  if (!agreed) return contract;
  const inherited = base && base.period.to > from ? base.period.to : FOREVER;
  const period = { from, to: payload.validTo === undefined ? inherited : dayOf(payload.validTo) };
  const before = contract.registrations.map((known) =>
    known === base || payload.validTo !== undefined ? endedOn(known, from) : known,
  );
  const succeeds = base && base.providerId !== agreed.providerId ? { succeeds: base.providerId } : {};
  return { ...contract, registrations: [...before, { ...agreed, ...succeeds, period, recordedBy: id }] };
}

const endedOn = (registration: ContractRegistration, day: Day): ContractRegistration =>
  covers(registration.period, day)
    ? { ...registration, period: { from: registration.period.from, to: day } }
    : registration;

export function withTariff(contract: Contract, { id, payload }: Told<typeof TariffSet>): Contract {
  const { milestone, cents } = payload;
  const tariff = { milestone, cents, period: periodOf(payload), recordedBy: id };
  return { ...contract, tariffs: [...contract.tariffs, tariff] };
}
