import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { CalendarDate } from '../../values/calendar-date.js';
import { Cents } from '../../values/cents.js';
import { BenefitId, Code, MunicipalityCode } from '../../values/ids.js';
import { factFields } from '../fact-fields.js';

export const BenefitKind = z
  .enum(['BIJSTAND', 'IOAW', 'IOAZ', 'BBZ', 'WW', 'ZW', 'WAO', 'WIA', 'WAJONG', 'ANW', 'OTHER'])
  .meta({ id: 'BenefitKind', description: 'Soort uitkering' });
export type BenefitKind = z.infer<typeof BenefitKind>;

/** Why a benefit ended (BUS kenmerk 34). */
export const BenefitEndReason = z
  .enum([
    'WORK_EMPLOYMENT',
    'WORK_SELF',
    'WORK_FIRST',
    'EDUCATION',
    'MOVED',
    'PARTNER_INCOME',
    'ASSETS',
    'OWN_REQUEST',
    'NO_SHOW',
    'DETENTION',
    'PENSION_AGE',
    'DEATH',
    'MAX_DURATION',
    'UNKNOWN',
  ])
  .meta({ id: 'BenefitEndReason', description: 'Reden van beëindiging' });
export type BenefitEndReason = z.infer<typeof BenefitEndReason>;

/** Toekenning uitkering, from the first entitled day (often retroactive). */
export const BenefitGranted = defineEvent('BenefitGranted', {
  municipality: {
    ...factFields,
    benefitId: BenefitId,
    kind: BenefitKind,
    municipality: MunicipalityCode.optional(),
    validFrom: CalendarDate,
    validTo: CalendarDate.optional(),
  },
});
/** Verlaging of verrekening: `percent` is what is taken off; a sanction of 100 is no outflow (Haarlem, Piet). */
export const BenefitReduced = defineEvent('BenefitReduced', {
  municipality: {
    ...factFields,
    benefitId: BenefitId,
    percent: z.int().min(0).max(100).optional(),
    centsPerMonth: Cents.optional(),
    cause: z.enum(['SANCTION', 'EARNINGS', 'ASSETS', 'OTHER']),
    ground: Code.optional(),
    validFrom: CalendarDate,
    validTo: CalendarDate.optional(),
  },
});
/** Opschorting. */
export const BenefitSuspended = defineEvent('BenefitSuspended', {
  municipality: {
    ...factFields,
    benefitId: BenefitId,
    ground: Code,
    validFrom: CalendarDate,
    validTo: CalendarDate.optional(),
  },
});
/** Beëindiging uitkering; `validFrom` is the first day without entitlement. */
export const BenefitStopped = defineEvent('BenefitStopped', {
  municipality: { ...factFields, benefitId: BenefitId, reason: BenefitEndReason, validFrom: CalendarDate },
});
