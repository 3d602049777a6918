import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { CalendarDate } from '../../values/calendar-date.js';
import { Cents } from '../../values/cents.js';
import { Code, EmployerId, FundingId, JobId, OrganisationId, ProviderId, Sha256, TrajectId } from '../../values/ids.js';
import { factFields } from '../fact-fields.js';

export const WorkForm = z
  .enum(['REGULAR', 'AGENCY', 'SELF', 'PAYROLL', 'DETACHERING', 'SHELTERED', 'UNPAID'])
  .meta({ id: 'WorkForm', description: 'Vorm van werk' });
export type WorkForm = z.infer<typeof WorkForm>;

/** Hours per week in hundredths: 36 hours is 3600. */
export const WeeklyHours = z
  .int()
  .min(0)
  .max(16_800)
  .meta({ id: 'WeeklyHours', description: 'Uren per week, in honderdsten' });

/** The schemes of the audit reports; a municipality may have others, under a code of its own. */
export const FUNDING_SCHEMES = ['WIW', 'ID', 'LOONKOSTENSUBSIDIE', 'WSW', 'VERLONING', 'WORK_FIRST', 'OTHER'] as const;
export const FundingScheme = Code.meta({
  id: 'FundingScheme',
  description: `Regeling waaruit loon betaald of gesubsidieerd wordt: ${FUNDING_SCHEMES.join(', ')} of een eigen code`,
});
export type FundingScheme = z.infer<typeof FundingScheme>;

/** Sollicitatie: `validFrom` is the first application date for this job (Haarlem, Anja: it ran before the intake). */
export const ApplicationStarted = defineEvent('ApplicationStarted', {
  provider: {
    jobId: JobId,
    by: z.enum(['CLIENT', 'PROVIDER', 'OTHER']),
    channel: z.enum(['INTERNET', 'FRIEND', 'AGENCY', 'NEWSPAPER', 'PROVIDER', 'OTHER']).optional(),
    validFrom: CalendarDate,
  },
  municipality: factFields,
});
export const PlacementPromised = defineEvent('PlacementPromised', {
  provider: { jobId: JobId, term: Code, dueOn: CalendarDate, validFrom: CalendarDate },
  municipality: factFields,
});
/** Start werk / plaatsing: `validFrom` is the first working day. */
export const PlacementStarted = defineEvent('PlacementStarted', {
  provider: {
    jobId: JobId,
    employerId: EmployerId,
    hirerId: EmployerId.optional(),
    form: WorkForm,
    subform: Code.optional(),
    weeklyHours: WeeklyHours.optional(),
    contractKind: z.enum(['PERMANENT', 'TEMPORARY', 'ON_CALL']).optional(),
    contractEndOn: CalendarDate.optional(),
    validFrom: CalendarDate,
  },
  municipality: { ...factFields, grossMonthlyCents: Cents.optional() },
});
export const PlacementConfirmed = defineEvent('PlacementConfirmed', {
  provider: { jobId: JobId },
  municipality: factFields,
});
export const PlacementChanged = defineEvent('PlacementChanged', {
  provider: {
    jobId: JobId,
    employerId: EmployerId.optional(),
    hirerId: EmployerId.optional(),
    weeklyHours: WeeklyHours.optional(),
    contractEndOn: CalendarDate.optional(),
    validFrom: CalendarDate,
  },
  municipality: factFields,
});
/** Einde dienstverband: `validFrom` is the first day without the job. */
export const PlacementEnded = defineEvent('PlacementEnded', {
  provider: { jobId: JobId, endReason: Code.optional(), validFrom: CalendarDate },
  municipality: factFields,
});
/** Public money paying or subsidising the wage: a fact of the municipality, never of the provider (Amsterdam 2007). */
export const JobSubsidyStarted = defineEvent('JobSubsidyStarted', {
  municipality: {
    ...factFields,
    fundingId: FundingId,
    jobId: JobId,
    scheme: FundingScheme,
    payer: OrganisationId,
    centsPerMonth: Cents.optional(),
    percent: z.int().min(0).max(100).optional(),
    validFrom: CalendarDate,
    validTo: CalendarDate.optional(),
  },
});
export const JobSubsidyEnded = defineEvent('JobSubsidyEnded', {
  municipality: { ...factFields, fundingId: FundingId, validFrom: CalendarDate },
});
/** Toestemming detachering; by default at most three months (Haarlem). */
export const DetacheringApproved = defineEvent('DetacheringApproved', {
  provider: { jobId: JobId, hirerId: EmployerId, maxUntilOn: CalendarDate, validFrom: CalendarDate },
  municipality: factFields,
});
/** Bewijs zelfstandige. The KvK number of a self-employed person is personal and stays in the vault. */
export const SelfPlacementConfirmed = defineEvent('SelfPlacementConfirmed', {
  provider: { jobId: JobId },
  municipality: { ...factFields, bbzActive: z.boolean().optional(), validFrom: CalendarDate.optional() },
});
/** Verklaring cliënt on what the provider contributed; the words go to the vault. */
export const ClientStatement = defineEvent('ClientStatement', {
  municipality: {
    ...factFields,
    jobId: JobId,
    contribution: z.enum(['NONE', 'ASSISTED', 'DECISIVE']),
    wordsCommitment: Sha256.optional(),
    validFrom: CalendarDate.optional(),
  },
});
/** The same job reported to or paid by another funder (Haarlem: "twee re-integratiebedrijven … noteren"). */
export const ExternalClaimReported = defineEvent('ExternalClaimReported', {
  municipality: {
    ...factFields,
    funder: OrganisationId,
    externalProviderId: ProviderId.optional(),
    jobId: JobId.optional(),
    blindTag: Sha256.optional(),
    status: z.enum(['REPORTED', 'PAID']),
    validFrom: CalendarDate.optional(),
  },
});
/** One job, one id: two references turned out to be the same employment. */
export const JobLinked = defineEvent('JobLinked', {
  provider: { jobId: JobId, sameAsJobId: JobId },
  municipality: factFields,
});
export const CostIncurred = defineEvent('CostIncurred', {
  municipality: {
    ...factFields,
    trajectId: TrajectId.optional(),
    category: Code,
    cents: Cents,
    invoiceRef: Code.optional(),
    allocationMethodId: Code,
    validFrom: CalendarDate,
    validTo: CalendarDate.optional(),
  },
});
export const ComplaintFiled = defineEvent('ComplaintFiled', {
  municipality: {
    ...factFields,
    about: z.enum(['PROVIDER', 'TRAJECT', 'MUNICIPALITY']),
    trajectId: TrajectId.optional(),
    providerId: ProviderId.optional(),
    code: Code,
    validFrom: CalendarDate,
  },
});
