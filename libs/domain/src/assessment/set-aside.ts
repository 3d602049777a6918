/** Against these an objection cannot help: the facts must be corrected, or there is nothing to reckon with (life-cycle 6). */
const NEVER: ReadonlySet<string> = new Set([
  'OUTFLOW_ALREADY_PAID',
  'OUTFLOW_CREDITED_TO_OTHER',
  'CLAIMED_WITH_OTHER_FUNDER',
  'DEFINITION_NOT_FOUND',
  'TARIFF_NOT_FOUND',
]);
const LEAVES_NO_EPISODE: ReadonlySet<string> = new Set(['R7', 'R8', 'R9', 'R13', 'R14', 'R15', 'R16']);

/** Whether an upheld objection may set this answer of this rule aside. */
export const maySetAside = (rule: string, code: string): boolean => !NEVER.has(code) && !LEAVES_NO_EPISODE.has(rule);
