import { z } from 'zod';
import {
  Bsn,
  CalendarDate,
  ClientRegistered,
  EventId,
  FACT_EVENTS,
  JobId,
  MAY_RECORD,
  PersonRef,
  RetractionReason,
  Role,
  Shares,
  Code,
  type FactEvent,
  type FactType,
} from '@uitkomst/domain';
import { Act } from './acts.contract.js';
import { Instant, pageAtOf, PageQuery, Receipt, Text, TwoDates } from './values.contract.js';

export const OpenFile = z
  .strictObject({ bsn: Bsn, ...ClientRegistered.payload.omit({ identityCommitment: true }).shape })
  .meta({ id: 'OpenFile', description: 'Inschrijving van een cliënt' });
export type OpenFile = z.infer<typeof OpenFile>;

export const FindFile = z.strictObject({ bsn: Bsn }).meta({ id: 'FindFile', description: 'Zoekvraag op BSN' });
export type FindFile = z.infer<typeof FindFile>;

export const FileSummary = z
  .object({ dossierRef: PersonRef, registeredOn: CalendarDate.nullable(), events: z.int().min(0) })
  .meta({ id: 'FileSummary', description: 'Dossier' });
export const FileFound = z.object({ results: z.array(FileSummary) }).meta({ id: 'FileFound' });
export const FilePage = pageAtOf('FilePage', FileSummary);
export const ListFiles = z.strictObject({ ...PageQuery, ...TwoDates });
export type ListFiles = z.infer<typeof ListFiles>;

export const FileOpened = z
  .object({ dossierRef: PersonRef, receipt: Receipt })
  .meta({ id: 'FileOpened', description: 'Dossier geopend' });

/** Facts people and registries record; an invitation to a survey is the system's own. */
const RECORDABLE = Object.values(FACT_EVENTS).filter(({ type }) => type !== 'SurveyInvited');

/** A screen offers a kind of fact to who may record it; the system's own hand is not of that kind. */
const rolesFor = (type: FactType): readonly Role[] => MAY_RECORD[type].filter((role) => role !== 'SYSTEM');

const variants = RECORDABLE.map(({ type, payload }) =>
  z
    .strictObject({ type: z.literal(type), ...payload.shape })
    .meta({ id: `Fact${type}`, 'x-may-record': rolesFor(type) }),
);

/** A fact as sent: its type and its fields, flat. */
export type FactBody = { readonly type: FactType } & Readonly<Record<string, unknown>>;

const [first, ...others] = variants;
if (first === undefined) throw new Error('There are no facts to record');

/** Checked against the very schema of the event it becomes. */
export const Fact = z
  .discriminatedUnion('type', [first, ...others])
  .meta({ id: 'Fact', description: 'Feit; `type` bepaalt de velden' }) as unknown as z.ZodType<FactBody, FactBody>;

/** The event a fact becomes. */
export const eventOf = ({ type, ...payload }: FactBody): FactEvent => ({ type, payload }) as FactEvent;

export const FactRecorded = z
  .object({
    dossierRef: PersonRef,
    eventId: EventId,
    type: z.string(),
    receipt: Receipt.optional().describe('Ontbreekt als de bron dit al had gemeld'),
  })
  .meta({ id: 'FactRecorded', description: 'Vastgelegd feit' });

export const FactParams = z.object({ dossierRef: PersonRef, eventId: EventId });
export type FactParams = z.infer<typeof FactParams>;

export const RetractFact = z.strictObject({ reason: RetractionReason }).meta({ id: 'RetractFact' });
export type RetractFact = z.infer<typeof RetractFact>;
export const CorrectFact = z.strictObject({ reason: RetractionReason, fact: Fact }).meta({ id: 'CorrectFact' });
export type CorrectFact = z.infer<typeof CorrectFact>;

export const DecideAttribution = z
  .strictObject({ jobId: JobId, shares: Shares, grounds: Code })
  .meta({ id: 'DecideAttribution', description: 'Toerekening van een uitstroom; aandelen samen 10000' });
export type DecideAttribution = z.infer<typeof DecideAttribution>;

export const Attribution = z
  .object({
    jobId: JobId,
    shares: Shares.nullable().describe('Leeg: nog niet toegerekend'),
    grounds: z.string().nullable(),
    decidedOn: CalendarDate.nullable(),
    etag: z.string().describe('Waarde voor If-Match'),
  })
  .meta({ id: 'Attribution', description: 'Toerekening van een dienstverband' });
export type Attribution = z.infer<typeof Attribution>;
export const AttributionParams = z.object({ dossierRef: PersonRef, jobId: JobId });
export const Attributions = z.object({ results: z.array(Attribution) }).meta({ id: 'Attributions' });
export type Attributions = z.infer<typeof Attributions>;

export const TimelineQuery = z.strictObject({ ...TwoDates });
export type TimelineQuery = z.infer<typeof TimelineQuery>;

/** One event as this reader may see it. */
export const TimelineEvent = Act.extend({
  revision: z.int().min(0).optional().describe('Plaats in het dossier; alleen voor medewerkers en auditors'),
  retracted: z.boolean().describe('Ingetrokken of gecorrigeerd op de kennisdatum'),
}).meta({ id: 'TimelineEvent' });
export type TimelineEvent = z.infer<typeof TimelineEvent>;

export const ListFacts = z.strictObject({ ...PageQuery, ...TwoDates });
export type ListFacts = z.infer<typeof ListFacts>;
export const FactPage = pageAtOf('FactPage', TimelineEvent);
export type FactPage = z.infer<typeof FactPage>;

export const Timeline = z
  .object({
    dossierRef: PersonRef,
    asOf: CalendarDate,
    knownAsOf: Instant.nullable().describe('Leeg: alles wat nu bekend is'),
    events: z.array(TimelineEvent),
    claims: z.array(
      z.object({ claimId: z.string(), providerId: z.string().optional(), state: z.string(), stateText: Text }),
    ),
  })
  .meta({ id: 'Timeline', description: 'Verloop van een dossier' });
export type Timeline = z.infer<typeof Timeline>;
