import { z } from 'zod';
import { defineEvent, type EventOf } from '../event.js';
import { CalendarDate, DurationText } from '../values/calendar-date.js';
import { Cents } from '../values/cents.js';
import { BatchId, ClaimId, Code, ContractId, DefinitionId, ProviderId } from '../values/ids.js';

/** What the parties agreed; an amendment replaces only what it names. */
const agreed = {
  products: z.array(Code).max(50).optional(),
  maxDuration: DurationText.optional(),
  aftercare: DurationText.optional(),
  definitionSetId: DefinitionId.optional(),
  budgetCents: Cents.optional(),
  /** Whether objections follow the Awb or the contract (rules, cues). */
  objectionRegime: z.enum(['AWB', 'CONTRACT']).optional(),
  vat: z
    .strictObject({ treatment: z.enum(['EXEMPT', 'INCLUDED', 'ADDED']), rateBp: z.int().min(0).max(10_000).optional() })
    .optional(),
  paymentTermDays: z.int().min(0).max(365).optional(),
  ledgerAccount: Code.optional(),
  fourEyesThresholdCents: Cents.optional(),
};

/** Contract re-integratie. Several registrations of one contract may exist; any one in force suffices (R1). */
export const ContractRegistered = defineEvent('ContractRegistered', {
  provider: {
    contractId: ContractId,
    providerId: ProviderId,
    ...agreed,
    definitionSetId: DefinitionId,
    validFrom: CalendarDate,
    validTo: CalendarDate.optional(),
  },
});
/** Wijziging; `providerId` names a successor after a merger of providers. */
export const ContractAmended = defineEvent('ContractAmended', {
  provider: {
    contractId: ContractId,
    providerId: ProviderId.optional(),
    ...agreed,
    validFrom: CalendarDate,
    validTo: CalendarDate.optional(),
  },
});
/** Tarief per milestone, from a date on. */
export const TariffSet = defineEvent('TariffSet', {
  provider: {
    contractId: ContractId,
    milestone: Code,
    cents: Cents,
    validFrom: CalendarDate,
    validTo: CalendarDate.optional(),
  },
});
/** Reservering contractplafond (R40), stream `budget-<contract>`: one for each line of a batch. */
export const BudgetReserved = defineEvent('BudgetReserved', {
  municipality: { contractId: ContractId, batchId: BatchId, claimId: ClaimId, cents: Cents, reservedOn: CalendarDate },
});
export const BudgetReleased = defineEvent('BudgetReleased', {
  municipality: { contractId: ContractId, batchId: BatchId, claimId: ClaimId, cents: Cents, releasedOn: CalendarDate },
});
export type ContractEvent =
  EventOf<typeof ContractRegistered> | EventOf<typeof ContractAmended> | EventOf<typeof TariffSet>;
export type BudgetEvent = EventOf<typeof BudgetReserved> | EventOf<typeof BudgetReleased>;
