import { z } from 'zod';
import { defineEvent, type EventOf } from '../event.js';
import { SourceSystem } from '../client-file/fact-fields.js';
import { CalendarDate } from '../values/calendar-date.js';
import { AccountId, EmployerId, ProviderId, Sha256, SubjectId } from '../values/ids.js';
import { Role } from '../event.js';

/** Aanbieder, with who owns it (questions in parliament: 60 % was run by or tied to the municipality itself). */
export const ProviderRegistered = defineEvent('ProviderRegistered', {
  provider: {
    providerId: ProviderId,
    ownership: z.enum(['PRIVATE', 'IN_HOUSE', 'AFFILIATED']),
    validFrom: CalendarDate,
  },
});
/** Verbondenheid: a job with this employer is no outflow the provider can be paid for (R17). */
export const AffiliationRegistered = defineEvent('AffiliationRegistered', {
  provider: {
    providerId: ProviderId,
    employerId: EmployerId,
    kind: z.enum(['OWNER', 'SUBSIDIARY', 'SAME_GROUP', 'SUBCONTRACTOR']),
    validFrom: CalendarDate,
    validTo: CalendarDate.optional(),
  },
});
/** Rekening aanbieder: the IBAN is in the vault, a salted commitment here; another person confirms it. */
export const BankAccountRegistered = defineEvent('BankAccountRegistered', {
  provider: { providerId: ProviderId, accountId: AccountId, activeFrom: CalendarDate },
  municipality: { ibanCommitment: Sha256 },
});
export const BankAccountConfirmed = defineEvent('BankAccountConfirmed', {
  provider: { providerId: ProviderId, accountId: AccountId, confirmedOn: CalendarDate },
});
/** Volledig tot en met: a register is complete through this day (L8); without it a decision waits, it never passes. */
export const SourceWatermark = defineEvent('SourceWatermark', {
  open: { system: SourceSystem, completeThrough: CalendarDate },
  municipality: { deliverySha256: Sha256.optional() },
});
/** Mandaat: who may act for whom while absent. */
export const DelegationRecorded = defineEvent('DelegationRecorded', {
  municipality: {
    fromSubject: SubjectId,
    toSubject: SubjectId,
    role: Role,
    validFrom: CalendarDate,
    validTo: CalendarDate.optional(),
  },
});
export type ProviderEvent =
  | EventOf<typeof ProviderRegistered>
  | EventOf<typeof AffiliationRegistered>
  | EventOf<typeof BankAccountRegistered>
  | EventOf<typeof BankAccountConfirmed>;
export type SourceEvent = EventOf<typeof SourceWatermark>;
