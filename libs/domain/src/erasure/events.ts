import { z } from 'zod';
import { defineEvent } from '../event.js';
import { CalendarDate } from '../values/calendar-date.js';
import { Code, ListId, PersonRef, SubjectId } from '../values/ids.js';

const DOSSIERS_MAX = 500;

/** Vernietigingslijst: whose personal data somebody proposes to erase, and on which ground (AVG 17, archive law). */
export const ErasureProposed = defineEvent('ErasureProposed', {
  municipality: {
    listId: ListId,
    dossierRefs: z.array(PersonRef).min(1).max(DOSSIERS_MAX),
    ground: Code,
    proposedOn: CalendarDate,
  },
});

/** Why a person's data is kept: a legal duty (AVG 17(3)(b)) with its term, or something still open. */
export const RefusedErasure = z
  .strictObject({ dossierRef: PersonRef, ground: Code, retentionUntilOn: CalendarDate.optional() })
  .meta({ id: 'RefusedErasure', description: 'Geweigerde vernietiging, met grond en bewaartermijn' });
export type RefusedErasure = z.infer<typeof RefusedErasure>;

/** Besluit op de lijst, by another person: each of them is erased or refused. */
export const ErasureDecided = defineEvent('ErasureDecided', {
  municipality: {
    listId: ListId,
    erased: z.array(PersonRef).max(DOSSIERS_MAX),
    refused: z.array(RefusedErasure).max(DOSSIERS_MAX),
    decider: SubjectId,
    decidedOn: CalendarDate,
  },
});
