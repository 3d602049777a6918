const ORIGIN = ['PROVIDER_API', 'ASSERTED_BY_PROVIDER'] as const;

/** Files to begin from: the columns that the server reads, with one row as an example. */
export const TEMPLATES = {
  claims: [
    ['type', 'dossierRef', 'bsn', 'contractId', 'trajectId', 'jobId', 'assertedOutflowOn', 'providerReference'],
    ['SubmitClaim', 'abcdefghijklm', '', 'K-1', 'T-1', 'J-1', '31-12-2026', '2026-0001'],
  ],
  services: [
    ['type', 'dossierRef', 'trajectId', 'kind', 'validFrom', 'source.system', 'assurance'],
    ['ServiceDelivered', 'abcdefghijklm', 'T-1', 'VACANCY_REFERRAL', '31-12-2026', ...ORIGIN],
  ],
  placements: [
    ['type', 'dossierRef', 'jobId', 'employerId', 'form', 'weeklyHours', 'validFrom', 'source.system', 'assurance'],
    ['PlacementStarted', 'abcdefghijklm', 'J-1', 'WERKGEVER-1', 'REGULAR', '3600', '31-12-2026', ...ORIGIN],
  ],
} as const;
