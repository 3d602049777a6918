import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { CalendarDate } from '../../values/calendar-date.js';
import { Cents } from '../../values/cents.js';
import { Code, ContractId, EmployerId, ProviderId, TrajectId } from '../../values/ids.js';
import { factFields } from '../fact-fields.js';

/** Plaatsing op traject: the municipality (never the provider) assigns; `validFrom` is the start. */
export const TrajectAssigned = defineEvent('TrajectAssigned', {
  provider: {
    trajectId: TrajectId,
    providerId: ProviderId,
    contractId: ContractId,
    product: Code.optional(),
    intakeOn: CalendarDate,
    priceShownCents: Cents.optional(),
    validFrom: CalendarDate,
  },
  municipality: factFields,
});
/** Intakegesprek: its date, where recorded, is the traject's intake date. */
export const IntakeHeld = defineEvent('IntakeHeld', {
  provider: {
    trajectId: TrajectId,
    agreedGoals: z.array(Code).max(20).optional(),
    promised: z
      .array(z.strictObject({ what: Code, dueOn: CalendarDate }))
      .max(20)
      .optional(),
    validFrom: CalendarDate,
  },
  municipality: factFields,
});
export const ServiceDelivered = defineEvent('ServiceDelivered', {
  provider: {
    trajectId: TrajectId,
    kind: Code,
    minutes: z.int().min(1).max(100_000).optional(),
    outcome: Code.optional(),
    validFrom: CalendarDate,
  },
  municipality: factFields,
});
export const TrajectExtended = defineEvent('TrajectExtended', {
  provider: { trajectId: TrajectId, newEndOn: CalendarDate, reason: Code, validFrom: CalendarDate },
  municipality: factFields,
});
export const TrajectSuspended = defineEvent('TrajectSuspended', {
  provider: { trajectId: TrajectId, reason: Code, validFrom: CalendarDate },
  municipality: factFields,
});
export const TrajectResumed = defineEvent('TrajectResumed', {
  provider: { trajectId: TrajectId, reason: Code.optional(), validFrom: CalendarDate },
  municipality: factFields,
});
/** Einde traject: `validFrom` is the first day outside it; aftercare runs from there. */
export const TrajectEnded = defineEvent('TrajectEnded', {
  provider: {
    trajectId: TrajectId,
    endKind: z.enum(['COMPLETED', 'DROPPED', 'DISMISSED', 'OTHER']),
    reason: Code.optional(),
    validFrom: CalendarDate,
  },
  municipality: factFields,
});
/** What a provider asks for; nothing changes until the case manager records it. */
export const TrajectChangeProposed = defineEvent('TrajectChangeProposed', {
  provider: {
    trajectId: TrajectId,
    change: z.enum(['EXTEND', 'SUSPEND', 'RESUME', 'END']),
    untilOn: CalendarDate.optional(),
    validFrom: CalendarDate,
  },
  municipality: factFields,
});
export const VacancyReferred = defineEvent('VacancyReferred', {
  provider: {
    trajectId: TrajectId,
    vacancyRef: Code,
    employerId: EmployerId,
    deadlineOn: CalendarDate.optional(),
    validFrom: CalendarDate,
  },
  municipality: factFields,
});
