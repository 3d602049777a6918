import type { Claim, ReadClaim } from '@uitkomst/contracts';
import { personOf, textOf } from '@uitkomst/domain';
import { RECKONED } from '@uitkomst/projections';
import { isStaff, type Principal } from '../shell/auth/principal.js';
import { staffClaim } from '../shell/claim-view.js';
import { inFile } from '../shell/find-claim.js';
import { pastNamed, type LookingServices } from '../shell/http/looking-back.js';
import { Problem } from '../shell/http/problem.js';

interface Asked {
  readonly claimId: string;
  readonly dates: ReadClaim;
}

/**
 * A claim as the lists of that past tell of it, from the client's file alone. Who works at the municipality looks back; what a provider
 * was told at the time stands in its letters, and between two moments of its claim it would see that a rival came.
 */
export async function claimAt(
  services: Pick<LookingServices, 'clock' | 'cuts' | 'ledger'>,
  principal: Principal,
  { claimId, dates }: Asked,
): Promise<Claim> {
  if (!isStaff(principal)) throw new Problem('geen-toegang');
  const { position, day, knownAsOf } = await pastNamed(services, dates);
  const file = await services.cuts.filesAt({ position, day })(principal.municipality, personOf(claimId));
  const { claim } = inFile(file, principal, claimId);
  const { determinationId, ...then } = staffClaim(file, claim, day);
  const recorded = determinationId?.startsWith(RECKONED) === false; // What a day would bring was recorded by nobody.
  return { ...then, ...(recorded && { determinationId }), asOf: textOf(day), knownAsOf };
}
