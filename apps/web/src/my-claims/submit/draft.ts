import type { Schema } from '../../shell/api/client.js';
import { centsFrom } from '../../shell/language/format.js';
import type { ChosenFile } from '../../parts/evidence/keep-files.js';

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
  readonly evidence: readonly ChosenFile[];
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

/** Whose file it is about, where that is known by its number. */
export const dossierOf = ({ number }: Draft): string | undefined =>
  isBsn(number) || number.trim() === '' ? undefined : number.trim();

/** The claim as the server takes it, with the evidence as it is kept: what was left empty is left out. */
export function bodyOf(draft: Draft, evidence: readonly Schema<'Evidence'>[]): Schema<'SubmitClaim'> {
  const { contractId, trajectId, jobId, outflowOn, milestone, amount, reference } = draft;
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
    ...(evidence.length > 0 && { evidence: [...evidence] }),
  };
}
