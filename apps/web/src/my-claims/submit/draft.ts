import type { Schema } from '../../shell/api/client.js';
import { centsFrom } from '../../shell/language/format.js';
import { withoutName, type ChosenEvidence } from '../evidence/chosen-evidence.js';

/** A claim being filled in, as typed. */
export interface Draft {
  /** The key of an own traject, OTHER for a client who is not among them, or nothing yet. */
  readonly chosen: string;
  readonly number: string;
  readonly contractId: string;
  readonly trajectId: string;
  readonly jobId: string;
  readonly outflowOn: string;
  readonly milestone: string;
  readonly amount: string;
  readonly reference: string;
  readonly evidence: readonly ChosenEvidence[];
}

export const OTHER = 'OTHER';

export const EMPTY: Draft = {
  chosen: '',
  number: '',
  contractId: '',
  trajectId: '',
  jobId: '',
  outflowOn: '',
  milestone: '',
  amount: '',
  reference: '',
  evidence: [],
};

/** Nine digits are a BSN; anything else is taken for the number of a file. */
export const isBsn = (number: string): boolean => /^\d{9}$/.test(number.trim());

/** The claim as the server takes it: what was left empty is left out. */
export function bodyOf(draft: Draft): Schema<'SubmitClaim'> {
  const { contractId, trajectId, jobId, outflowOn, milestone, amount, reference, evidence } = draft;
  const number = draft.number.trim();
  const cents = centsFrom(amount);
  return {
    ...(isBsn(number) ? { bsn: number } : { dossierRef: number }),
    ...(contractId !== '' && { contractId }),
    ...(trajectId !== '' && { trajectId }),
    ...(jobId !== '' && { jobId }),
    ...(outflowOn !== '' && { assertedOutflowOn: outflowOn }),
    ...(milestone !== '' && { milestone }),
    ...(cents !== undefined && { cents }),
    ...(reference !== '' && { providerReference: reference }),
    ...(evidence.length > 0 && { evidence: evidence.map(withoutName) }),
  };
}
