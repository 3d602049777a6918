import type { Ledger, RecordedEvent } from '@uitkomst/ledger';
import { CLIENT_FILES, type ReadFile } from '@uitkomst/projections';
import { ownClaim, shownChanges } from '../shell/claim-view.js';

/**
 * By provider, the claims in a file that read otherwise in that provider's own eyes than before these events. What a rival did, and
 * what no letter told of, changes nothing there, so that nobody can tell from being told when it happened.
 */
export async function ownChanges(
  ledger: Pick<Ledger, 'readStream'>,
  stream: string,
  [first, ...others]: readonly RecordedEvent[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const changed = new Map<string, string[]>();
  if (first === undefined) return changed;
  const last = others.at(-1) ?? first;
  let before = CLIENT_FILES.initial(stream);
  let after = before;
  for await (const event of ledger.readStream(stream, { max: last.revision + 1 })) {
    after = CLIENT_FILES.evolve(after, event);
    if (event.revision < first.revision) before = after;
  }
  for (const [claimId, { submission }] of after.file.claims) {
    const { providerId } = submission.payload;
    if (asRead(before, claimId) !== asRead(after, claimId))
      changed.set(providerId, [...(changed.get(providerId) ?? []), claimId]);
  }
  return changed;
}

function asRead(read: ReadFile, claimId: string): string {
  const claim = read.file.claims.get(claimId);
  return claim === undefined ? '' : JSON.stringify([ownClaim(read, claim), shownChanges(read.file, claim)]);
}
