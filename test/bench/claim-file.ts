import { benefitGranted, placementStarted } from '@uitkomst/domain/testing';
import { newPersonRef } from '@uitkomst/ledger';
import { determined } from '@uitkomst/projections/testing';
import { REGISTERED } from './fill-ledger.js';

/** As long as a real one: most rules do not apply yet. */
const RULES = Array.from({ length: 30 }, (_, index) => ({ rule: `R${index + 1}`, result: 'NA' }));

/** A file with two facts and a claim that waits for its term: five events. */
export function claimFile(personRef: string) {
  const claim = {
    outcomeType: 'WORK',
    milestone: 'SUSTAINED',
    claimId: `${personRef}.${newPersonRef()}`,
    providerId: 'SAGENN',
    submittedOn: '2026-01-05',
    jobId: 'j1',
    trajectId: 't1',
  };
  const waiting = { open: ['NOT_YET_MATURE'], untilOn: '2099-01-05', nextChangeOn: '2099-01-05', rules: RULES };
  return [
    REGISTERED,
    benefitGranted({}),
    placementStarted({}),
    { type: 'ClaimSubmitted', payload: claim },
    determined(claim.claimId, 'PENDING', waiting),
  ];
}
