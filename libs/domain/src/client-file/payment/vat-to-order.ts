import { registrationOn } from '../../contracts-and-tariffs/contract-on-day.js';
import { addedVatCents } from '../../contracts-and-tariffs/vat.js';
import type { ContractRegistration, Terms } from '../../terms/terms.js';
import type { Day } from '../../values/calendar-date.js';
import type { Cents } from '../../values/cents.js';
import type { ClaimRecord } from '../claim/claim.js';
import { standingOf } from '../claim/claim-state.js';
import { contractOf } from '../claim/submit-claim.js';
import type { ClientFile } from '../client-file.js';
import { taxedCents } from './taxed-cents.js';

interface Agreeing {
  readonly today: Day;
  readonly terms: Terms;
}

/** What the contract of a claim says today; after its end, what it said last. */
export function agreedFor(
  file: ClientFile,
  { submission }: ClaimRecord,
  { today, terms }: Agreeing,
): ContractRegistration | undefined {
  const contractId = contractOf(file, submission.payload);
  const contract = contractId === undefined ? undefined : terms.contracts.get(contractId);
  return contract && (registrationOn(contract, today) ?? contract.registrations.at(-1));
}

/**
 * Tax on top of the next order: over what the claim is due and no order yet took tax for. Not over the sum of that order: tax goes
 * with a whole order, also where part of it was set off and only the rest came back, or could not be set off and is ordered again.
 */
export function vatToOrderCents(file: ClientFile, claim: ClaimRecord, asking: Agreeing): Cents {
  const { entitlementCents } = standingOf(file, claim, asking);
  const untaxedCents = Math.max(0, entitlementCents - taxedCents(file.payments, claim.claimId));
  return addedVatCents(untaxedCents, agreedFor(file, claim, asking)?.vat);
}
