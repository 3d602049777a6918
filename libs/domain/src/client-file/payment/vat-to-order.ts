import { addedVatCents } from '../../contracts-and-tariffs/vat.js';
import type { Cents } from '../../values/cents.js';
import type { ClaimRecord } from '../claim/claim.js';
import { standingOf } from '../claim/claim-state.js';
import type { ClientFile } from '../client-file.js';
import { agreedFor, type Agreeing } from './agreed-for.js';
import { taxedCents } from './payments.js';

/**
 * Tax on top of the next order: over what the claim is due and no order yet took tax for. Not over the sum of that order: tax goes
 * with a whole order, also where part of it was set off and only the rest came back, or could not be set off and is ordered again.
 */
export function vatToOrderCents(file: ClientFile, claim: ClaimRecord, asking: Agreeing): Cents {
  const { entitlementCents } = standingOf(file, claim, asking);
  const untaxedCents = Math.max(0, entitlementCents - taxedCents(file.payments, claim.claimId));
  return addedVatCents(untaxedCents, agreedFor(file, claim, asking)?.vat);
}
