import type { OwnLetterPage } from '@uitkomst/contracts';
import type { ClientFile } from '@uitkomst/domain';
import type { Paging } from '../shell/http/paging.js';

/** The letters about a client's file, the newest first: read from the file itself, of which there is only one. */
export function clientLetters(
  { claims }: ClientFile,
  { limit, offset }: Paging,
): { readonly count: number; readonly results: OwnLetterPage['results'] } {
  const letters = [...claims.values()].flatMap(({ claimId, notices }) =>
    notices.map(({ id: eventId, payload: { kind, notifiedOn, termUntilOn } }) => ({
      claimId,
      eventId,
      kind,
      notifiedOn,
      termUntilOn: termUntilOn ?? null,
      providerReference: null,
    })),
  );
  const newest = letters.toSorted((a, b) => b.notifiedOn.localeCompare(a.notifiedOn));
  return { count: letters.length, results: newest.slice(offset, offset + limit) };
}
