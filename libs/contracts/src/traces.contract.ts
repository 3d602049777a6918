import { CalendarDate, PersonRef } from '@uitkomst/domain';
import { z } from 'zod';
import { feedQuery, Instant, pageOf } from './values.contract.js';

const WITHIN = {
  from: CalendarDate.optional().describe('Vanaf deze dag'),
  until: CalendarDate.optional().describe('Tot en met deze dag'),
};

export const ListAuthorisations = feedQuery(WITHIN);
export type ListAuthorisations = z.infer<typeof ListAuthorisations>;
export const ListTraces = feedQuery({
  dossierRef: PersonRef.optional().describe('Alleen van deze cliënt'),
  ...WITHIN,
});
export type ListTraces = z.infer<typeof ListTraces>;

const Attributes = z.record(z.string(), z.string());

/** A look at a client's data, with the fields of the Logboek Dataverwerkingen. */
const ProcessingRecord = z
  .object({
    trace_id: z.string().describe('Kenmerk van de aanvraag, 16 bytes hexadecimaal'),
    span_id: z.string(),
    status_code: z.enum(['Ok', 'Error']),
    name: z.string().describe('Naam van de bewerking'),
    start_time: Instant,
    end_time: Instant,
    attributes: Attributes.describe('dpl.core.*: verwerkingsactiviteit en betrokkene (pseudoniem); wie het inzag'),
  })
  .meta({ id: 'ProcessingRecord', description: 'Verwerking: inzage in gegevens van een cliënt' });
export type ProcessingRecord = z.infer<typeof ProcessingRecord>;
export const ProcessingPage = pageOf('ProcessingPage', ProcessingRecord);

/** Who was allowed, or denied, what. */
const AuthorisationRecord = z
  .object({
    trace_id: z.string(),
    span_id: z.string(),
    status_code: z.literal('Unset').describe('Een weigering is geen fout'),
    name: z.literal('adl.access_evaluation'),
    time: Instant,
    attributes: Attributes,
  })
  .meta({ id: 'AuthorisationRecord', description: 'Autorisatiebesluit' });
export type AuthorisationRecord = z.infer<typeof AuthorisationRecord>;
export const AuthorisationPage = pageOf('AuthorisationPage', AuthorisationRecord);
