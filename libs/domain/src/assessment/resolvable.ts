/** The open codes a person may answer for the rules (rules 3.6, ReviewResolved); whatever has a date answers itself. */
export const RESOLVABLE: ReadonlySet<string> = new Set([
  'EMPLOYMENT_UNVERIFIED',
  'SELF_EMPLOYMENT_UNVERIFIED',
  'APPLICATION_DATE_UNKNOWN',
  'SELF_FOUND_ASSISTED',
  'NO_CONTRIBUTION_EVIDENCE',
  'CLIENT_DISPUTES_CONTRIBUTION',
  'CLAIMED_WITH_OTHER_FUNDER',
  'EMPLOYER_AFFILIATED',
  'EVIDENCE_MISSING',
  'OUTFLOW_NOT_TO_WORK',
]);
