import type { SourceSystem } from '../../client-file/fact-fields.js';
import type { Terms } from '../../terms/terms.js';
import type { Day } from '../../values/calendar-date.js';

/** Which of these registers have not said that they are complete through a day: never said it, or of an earlier one. */
export const registersBehind = (
  registers: readonly SourceSystem[],
  { watermarks }: Pick<Terms, 'watermarks'>,
  day: Day,
): readonly SourceSystem[] =>
  registers.filter((register) => {
    const completeThrough = watermarks.get(register);
    return completeThrough === undefined || completeThrough < day;
  });
