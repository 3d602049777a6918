import { NotFoundException } from '@nestjs/common';
import type { Clawback } from '@uitkomst/contracts';
import { hearingUntil, type ClientFile } from '@uitkomst/domain';
import { isProviderOf, mayReadClaim, mayReadMoney, type Principal } from '../shell/auth/principal.js';
import { ownClawback, ownClawbackChanges, staffClawback } from './clawback-view.js';

/** Those of a claim that its reader may know of. */
export const clawbacksOf = (file: ClientFile, principal: Principal, claimId: string): Clawback[] =>
  file.clawbacks
    .filter((clawback) => clawback.claimId === claimId)
    .flatMap(({ clawbackId }) => shownClawback(file, principal, clawbackId)?.body ?? []);

/** One of them; 404 where its reader may not know of it. */
export function clawbackIn(file: ClientFile, principal: Principal, clawbackId: string): ShownClawback {
  const found = shownClawback(file, principal, clawbackId);
  if (found === undefined) throw new NotFoundException('Niet gevonden');
  return found;
}

/** What its reader sees of it, and the count of its events that this reader may know of. */
export interface ShownClawback {
  readonly body: Clawback;
  readonly changes: number;
}

/** Undefined where it does not exist for this reader: another's, or one that no letter told of. */
export function shownClawback(file: ClientFile, principal: Principal, clawbackId: string): ShownClawback | undefined {
  const clawback = file.clawbacks.find((one) => one.clawbackId === clawbackId);
  const claim = clawback && file.claims.get(clawback.claimId);
  if (clawback === undefined || claim === undefined) return undefined;
  const owner = claim.submission.payload;
  if (isProviderOf(principal, owner.providerId)) {
    if (hearingUntil(clawback, claim) === undefined) return undefined;
    return { body: ownClawback(clawback, claim), changes: ownClawbackChanges(clawback, claim) };
  }
  // Finance settles what it may otherwise not read.
  if (!mayReadClaim(principal, owner) && !mayReadMoney(principal)) return undefined;
  const body = staffClawback(clawback, { file, claim, subject: principal.subject });
  return { body, changes: clawback.changes };
}
