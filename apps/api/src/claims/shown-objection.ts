import { NotFoundException } from '@nestjs/common';
import type { Objection } from '@uitkomst/contracts';
import { personOf, type ClientFile, type Party } from '@uitkomst/domain';
import { isProviderOf, isStaff, type Principal } from '../shell/auth/principal.js';
import { ownObjection, ownObjectionChanges, staffObjection } from './objection-view.js';

/** What its reader sees of it, and the count of its events that this reader may know of. */
export interface ShownObjection {
  readonly body: Objection;
  readonly changes: number;
}

/** One of them; 404 where its reader may not know of it. */
export function objectionIn(file: ClientFile, principal: Principal, objectionId: string): ShownObjection {
  const found = shownObjection(file, principal, objectionId);
  if (found === undefined) throw new NotFoundException('Niet gevonden');
  return found;
}

/** Undefined where it does not exist for this reader: another's objection, or one about another's claim. */
export function shownObjection(
  file: ClientFile,
  principal: Principal,
  objectionId: string,
): ShownObjection | undefined {
  const objection = file.objections.find((one) => one.objectionId === objectionId);
  const claim = objection && file.claims.get(objection.claimId);
  if (objection === undefined || claim === undefined) return undefined;
  if (isStaff(principal)) {
    const body = staffObjection(objection, { file, claim, subject: principal.subject });
    return { body, changes: objection.changes };
  }
  const party = partyOf(principal, claim.submission.payload);
  if (party === undefined) return undefined;
  const body = ownObjection(objection, party, claim);
  return body && { body, changes: ownObjectionChanges(objection, party, claim) };
}

function partyOf(
  principal: Principal,
  { claimId, providerId }: { readonly claimId: string; readonly providerId: string },
): Party | undefined {
  if (isProviderOf(principal, providerId)) return 'PROVIDER';
  return principal.personRef === personOf(claimId) ? 'CLIENT' : undefined;
}
