import { defineEvent } from '../../event.js';
import { CalendarDate } from '../../values/calendar-date.js';
import { Code } from '../../values/ids.js';

/** Verwijdering persoonsgegevens: key, salt and rows in the vault are gone; the ledger keeps its proofs. */
export const SubjectErased = defineEvent('SubjectErased', { municipality: { ground: Code, erasedOn: CalendarDate } });
export const ErasureRefused = defineEvent('ErasureRefused', {
  municipality: { ground: Code, retentionUntilOn: CalendarDate.optional(), refusedOn: CalendarDate },
});
