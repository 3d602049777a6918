import { NotFoundException } from '@nestjs/common';
import type { Claim } from '@uitkomst/contracts';
import { personOf, type ClaimRecord, type ClientFile } from '@uitkomst/domain';
import { clientStream } from '@uitkomst/ledger';
import { CLIENT_FILES, readClientFile, type ReadFile } from '@uitkomst/projections';
import { isStaff, mayReadClaim, type Principal } from './auth/principal.js';
import { ownClaim, shownChanges, staffClaim } from './claim-view.js';
import { todayOf } from './today.js';
import { etagOf } from './http/etag.js';
import type { Services } from './open-services.js';

type Needs = Pick<Services, 'clientFiles' | 'clock' | 'ledger'>;

export interface FoundClaim {
  readonly file: ClientFile;
  readonly claim: ClaimRecord;
}

/** The claim, if this reader may know of it; what belongs to others does not exist (404, not 403). */
export async function findClaim(services: Needs, principal: Principal, claimId: string): Promise<FoundClaim> {
  const { state: file } = await services.clientFiles.read(principal.municipality, personOf(claimId));
  return inFile(file, principal, claimId);
}

/** The same, on a file already read. */
export function inFile(file: ClientFile, principal: Principal, claimId: string): FoundClaim {
  const claim = file.claims.get(claimId);
  const owner = claim?.submission.payload;
  if (claim === undefined || owner === undefined || !mayReadClaim(principal, owner))
    throw new NotFoundException('Niet gevonden');
  return { file, claim };
}

/** The claim as its reader may see it, with the version of that view. */
export async function showClaim(
  services: Needs,
  principal: Principal,
  { file, claim }: FoundClaim,
): Promise<{ readonly body: Claim; readonly etag: string }> {
  const { claimId, providerId } = claim.submission.payload;
  if (isStaff(principal) || principal.orgId !== providerId)
    return { body: staffClaim(file, claim, todayOf(services.clock)), etag: etagOf(claim.changes) };
  const read = await asRead(services, principal.municipality, { file, claim });
  return { body: ownClaim(read, read.file.claims.get(claimId) ?? claim), etag: etagOf(shownChanges(file, claim)) };
}

/** What was told in letters stands on the stream; a claim without notices needs no second look. */
async function asRead({ ledger }: Needs, municipality: string, { file, claim }: FoundClaim): Promise<ReadFile> {
  const stream = clientStream(municipality, personOf(claim.claimId));
  if (claim.notices.length > 0) return readClientFile(ledger, stream);
  return { ...CLIENT_FILES.initial(stream), file, lastRecordedAt: claim.submission.recordedAt };
}

/**
 * The version someone decides on, as the domain counts it. A provider counts what it was shown: a view that moved on is a version
 * the domain does not have.
 */
export const versionSeen = (principal: Principal, { file, claim }: FoundClaim, seen: number): number => {
  if (isStaff(principal)) return seen;
  return seen === shownChanges(file, claim) ? claim.changes : STALE;
};
const STALE = -1;
