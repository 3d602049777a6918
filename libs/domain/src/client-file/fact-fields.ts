import { z } from 'zod';
import { CalendarDate } from '../values/calendar-date.js';
import { Code, EventId, Sha256 } from '../values/ids.js';

/** How sure a fact is. A provider's assertion never suffices (Rotterdam: "niet systematisch gecontroleerd"). */
export const Assurance = z
  .enum(['ASSERTED_BY_PROVIDER', 'CLIENT_STATEMENT', 'DOCUMENTED', 'THIRD_PARTY', 'AUTHORITATIVE'])
  .meta({ id: 'Assurance', description: 'Zekerheid van het feit' });
export type Assurance = z.infer<typeof Assurance>;

export const SourceSystem = z
  .enum(['GWS4ALL', 'SUITE', 'UWV_POLIS', 'INLICHTINGENBUREAU', 'PROVIDER_API', 'FINANCE', 'SURVEY', 'IMPORT'])
  .meta({ id: 'SourceSystem', description: 'Bronsysteem' });
export type SourceSystem = z.infer<typeof SourceSystem>;

/** Where a fact came from; `recordedOn` is when a legacy system recorded an imported fact (R5 and R49 read it). */
export const Source = z
  .strictObject({
    system: SourceSystem,
    ref: z
      .string()
      .min(1)
      .max(80)
      .regex(/^[A-Za-z0-9_.:/-]+$/)
      .optional(),
    recordedOn: CalendarDate.optional(),
  })
  .meta({ id: 'Source', description: 'Herkomst van het feit' });

export const EvidenceKind = z
  .enum(['CONTRACT', 'PAYSLIP', 'EMPLOYER_STATEMENT', 'KVK_EXTRACT', 'CLIENT_FORM', 'LETTER', 'OTHER'])
  .meta({ id: 'EvidenceKind', description: 'Soort bewijsstuk' });

export const Evidence = z
  .strictObject({
    id: EventId,
    kind: EvidenceKind,
    sha256: Sha256,
    obtainedOn: CalendarDate.optional(),
    obtainedFrom: Code.optional(),
  })
  .meta({ id: 'Evidence', description: 'Bewijsstuk, vastgelegd met zijn SHA-256' });

/** What every fact carries besides its own fields; for staff and auditors only. */
export const factFields = {
  source: Source,
  assurance: Assurance,
  evidence: z.array(Evidence).max(20).optional(),
  /** The fact this one replaces: a correction is a retraction and a new fact. */
  supersedes: EventId.optional(),
};
