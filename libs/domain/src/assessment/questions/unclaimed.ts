import { isHeldBy } from '../../contracts-and-tariffs/successors.js';
import type { Terms } from '../../terms/terms.js';
import type { Day } from '../../values/calendar-date.js';
import { MILESTONE_DEFAULT } from '../../values/ids.js';
import { assess } from '../assess.js';
import type { KnownFile } from '../subject.js';
import { timelineOf, type Timeline } from '../timeline.js';

/** A lasting outflow for which nobody asked the bonus. */
export interface Unclaimed {
  readonly providerId: string;
  readonly trajectId: string;
  readonly jobId: string;
  readonly episodeOn: string;
  /** What the claim would have come to, in cents. */
  readonly cents: number;
}

type Asked = Omit<Unclaimed, 'episodeOn' | 'cents'>;

interface Claimed {
  readonly providerId: string;
  readonly trajectId?: string | undefined;
  readonly jobId?: string | undefined;
}

/**
 * Lasting outflows nobody claimed (leap L10): for every traject and every job of the client, what a claim on the first day of the job
 * would have come to, where none was made.
 */
export function unclaimed(
  file: KnownFile,
  claimed: readonly Claimed[],
  { terms, asOf }: { readonly terms: Terms; readonly asOf: Day },
): readonly Unclaimed[] {
  const timeline = timelineOf(file, asOf);
  const found: Unclaimed[] = [];
  for (const traject of timeline.trajects) {
    const { trajectId, providerId, contractId } = traject;
    const contract = terms.contracts.get(contractId);
    // After a merger of providers the successor claims it.
    const claims = claimed.filter((claim) => isHeldBy(contract, traject, { providerId: claim.providerId, at: asOf }));
    for (const job of timeline.jobs) {
      const asked = { providerId, trajectId, contractId, jobId: job.name };
      if (claims.some((claim) => isForOutflow(timeline, claim, asked))) continue;
      const { outcome, episodeOn, cents } = assess({
        file,
        terms,
        asOf,
        claim: {
          ...asked,
          claimId: '',
          milestone: MILESTONE_DEFAULT,
          outcomeType: 'WORK',
          submittedOn: job.from,
          evidence: [],
          reviews: [],
          setAside: [],
        },
      });
      if (outcome !== 'ELIGIBLE' || episodeOn === undefined) continue;
      found.push({ providerId, trajectId, jobId: job.name, episodeOn, cents });
    }
  }
  return found;
}

/** A claim without a job is for whatever outflow its traject led to. */
const isForOutflow = ({ nameOf }: Timeline, { trajectId, jobId }: Claimed, asked: Asked): boolean =>
  trajectId === asked.trajectId && (jobId === undefined || nameOf(jobId) === nameOf(asked.jobId));
