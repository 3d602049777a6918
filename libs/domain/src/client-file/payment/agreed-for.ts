import { agreedOn } from '../../contracts-and-tariffs/contract-on-day.js';
import type { ContractRegistration, Terms } from '../../terms/terms.js';
import type { Day } from '../../values/calendar-date.js';
import type { ClaimRecord } from '../claim/claim.js';
import { contractOf } from '../claim/submit-claim.js';
import type { ClientFile } from '../client-file.js';

export interface Agreeing {
  readonly today: Day;
  readonly terms: Terms;
}

/** What the contract of a claim says today; after its end, what it said last. */
export function agreedFor(
  file: ClientFile,
  { submission }: ClaimRecord,
  { today, terms }: Agreeing,
): ContractRegistration | undefined {
  const contract = terms.contracts.get(contractOf(file, submission.payload) ?? '');
  return contract && agreedOn(contract, today);
}
