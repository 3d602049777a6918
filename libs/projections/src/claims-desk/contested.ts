import { jobNames, type ClientFile } from '@uitkomst/domain';

/** The claims of which another provider's live claim covers the same job or the same episode. */
export function contestedClaims(file: ClientFile): ReadonlySet<string> {
  const live = [...file.claims.values()].filter(({ ended }) => ended === undefined);
  if (live.length < 2) return new Set();
  const nameOf = jobNames(file.facts);
  const covered = live.map(({ claimId, submission, determination }) => {
    const { providerId, jobId } = submission.payload;
    const episodeOn = determination?.payload.episodeOn;
    return { claimId, providerId, jobId: jobId === undefined ? undefined : nameOf(jobId), episodeOn };
  });
  const meets = (a: (typeof covered)[number], b: (typeof covered)[number]): boolean =>
    a.providerId !== b.providerId &&
    ((a.jobId !== undefined && a.jobId === b.jobId) || (a.episodeOn !== undefined && a.episodeOn === b.episodeOn));
  return new Set(covered.filter((one) => covered.some((other) => meets(one, other))).map(({ claimId }) => claimId));
}
