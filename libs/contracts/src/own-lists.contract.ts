import { BatchId, CalendarDate, Cents, ClaimId, EventId, NoticeKind, PersonRef } from '@uitkomst/domain';
import { z } from 'zod';
import { pageOf, PageQuery } from './values.contract.js';

/** What somebody reads over all that is theirs: a provider over its clients and claims, a client over the own file. */
export const ListOwn = z.strictObject(PageQuery);
export type ListOwn = z.infer<typeof ListOwn>;

const OwnJob = z
  .object({ jobId: z.string(), employerId: z.string(), startedOn: CalendarDate })
  .meta({ id: 'OwnJob', description: 'Dienstverband dat de aanbieder zelf meldde' });

const OwnTraject = z
  .object({
    dossierRef: PersonRef,
    trajectId: z.string(),
    contractId: z.string(),
    product: z.string().nullable(),
    intakeOn: CalendarDate,
    startedOn: CalendarDate,
    endedOn: CalendarDate.nullable(),
    jobs: z.array(OwnJob),
    claims: z.int().min(0).describe('Aantal eigen declaraties op dit traject'),
  })
  .meta({ id: 'OwnTraject', description: 'Eigen traject van een aanbieder' });
export const OwnTrajectPage = pageOf('OwnTrajectPage', OwnTraject);
export type OwnTrajectPage = z.infer<typeof OwnTrajectPage>;

const OwnLetter = z
  .object({
    claimId: ClaimId,
    eventId: EventId.describe('De bekendmaking: hiermee is de brief op te vragen'),
    kind: NoticeKind,
    notifiedOn: CalendarDate,
    termUntilOn: CalendarDate.nullable(),
    providerReference: z.string().nullable(),
  })
  .meta({ id: 'OwnLetter', description: 'Brief aan deze lezer' });
export const OwnLetterPage = pageOf('OwnLetterPage', OwnLetter);
export type OwnLetterPage = z.infer<typeof OwnLetterPage>;

const OwnRemittance = z
  .object({
    batchId: BatchId,
    exportedOn: CalendarDate,
    lines: z.int().min(1),
    totalCents: Cents.describe('Wat de bank is opgedragen te betalen; zonder wat zij weigerde of terugstuurde'),
    paidCents: Cents.describe('Wat de bank daarvan betaalde'),
  })
  .meta({ id: 'OwnRemittance', description: 'Betaalspecificatie van deze aanbieder' });
export const OwnRemittancePage = pageOf('OwnRemittancePage', OwnRemittance);
export type OwnRemittancePage = z.infer<typeof OwnRemittancePage>;
