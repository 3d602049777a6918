import { CalendarDate, EventId, Evidence, EvidenceKind, PersonRef, Role } from '@uitkomst/domain';
import { z } from 'zod';
import { Instant, pageOf, PageQuery } from './values.contract.js';

/** What documents come as. */
export const EvidenceMediaType = z
  .enum(['application/pdf', 'image/png', 'image/jpeg'])
  .meta({ id: 'EvidenceMediaType', description: 'Soort bestand' });
export type EvidenceMediaType = z.infer<typeof EvidenceMediaType>;

/** Told beside the bytes. A file's own name is not: it may hold somebody's. */
export const KeepEvidence = z.strictObject({
  kind: EvidenceKind,
  obtainedOn: CalendarDate.optional().describe('Dag waarop het is verkregen'),
});
export type KeepEvidence = z.infer<typeof KeepEvidence>;

export const EvidenceParams = z.object({ dossierRef: PersonRef, evidenceId: EventId });
export type EvidenceParams = z.infer<typeof EvidenceParams>;
export const ListEvidence = z.strictObject({ ...PageQuery });
export type ListEvidence = z.infer<typeof ListEvidence>;

/** What is known of a document without opening it. */
export const EvidenceDocument = z
  .object({
    ...Evidence.pick({ id: true, kind: true, sha256: true, obtainedOn: true }).shape,
    mediaType: EvidenceMediaType,
    size: z.int().min(1).describe('Grootte in bytes'),
    recordedAt: Instant,
    role: Role.describe('In welke functie het is bewaard'),
  })
  .meta({ id: 'EvidenceDocument', description: 'Bewaard bewijsstuk' });
export type EvidenceDocument = z.infer<typeof EvidenceDocument>;
export const EvidenceDocumentPage = pageOf('EvidenceDocumentPage', EvidenceDocument);
export type EvidenceDocumentPage = z.infer<typeof EvidenceDocumentPage>;
