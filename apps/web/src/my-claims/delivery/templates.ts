const ORIGIN = 'PROVIDER_API;ASSERTED_BY_PROVIDER';

/** Files to begin from: the columns that the server reads, with one row as an example. */
export const TEMPLATES = {
  claims: [
    'type;dossierRef;bsn;contractId;trajectId;jobId;assertedOutflowOn;providerReference',
    'SubmitClaim;abcdefghijklm;;K-1;T-1;J-1;31-12-2026;2026-0001',
  ],
  services: [
    'type;dossierRef;trajectId;kind;validFrom;source.system;assurance',
    `ServiceDelivered;abcdefghijklm;T-1;VACANCY_REFERRAL;31-12-2026;${ORIGIN}`,
  ],
  placements: [
    'type;dossierRef;jobId;employerId;form;weeklyHours;validFrom;source.system;assurance',
    `PlacementStarted;abcdefghijklm;J-1;WERKGEVER-1;REGULAR;3600;31-12-2026;${ORIGIN}`,
  ],
} as const;

const BYTE_ORDER_MARK = '\uFEFF';

export const csvBlob = (lines: readonly string[]): Blob =>
  new Blob([`${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });

/** A cell as spreadsheets take it: quoted where it must be, and never a formula. */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
