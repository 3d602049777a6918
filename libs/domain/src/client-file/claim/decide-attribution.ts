import { accept, refuse } from '../../decider.js';
import { textOf } from '../../values/calendar-date.js';
import { WHOLE_BP } from '../../values/cents.js';
import type { Command, FileAsking, FileDecision } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import { idsOfJob } from '../facts/jobs.js';
import { isKnownJob } from '../facts/references.js';
import { holdsTraject } from './holds-traject.js';
import { isLive } from './claim-state.js';

/** Toerekening: who earned which part of an outflow. All claims on the job are decided again in the same append. */
export function decideAttribution(
  file: ClientFile,
  { jobId, shares, grounds }: Command<'DecideAttribution'>,
  { terms, today }: FileAsking,
): FileDecision {
  const stranger = Object.keys(shares).find((providerId) => !holdsTraject(file, providerId, { terms, today }));
  if (Object.values(shares).reduce((sum, share) => sum + share, 0) !== WHOLE_BP)
    return refuse('SHARES_INVALID', { field: 'shares' });
  if (stranger !== undefined) return refuse('UNKNOWN_REFERENCE', { field: `shares.${stranger}` });
  const ids = idsOfJob(file.facts, jobId);
  const claims = [...file.claims.values()].filter(({ submission }) => ids.has(submission.payload.jobId ?? ''));
  if (claims.length === 0 && !isKnownJob(file.facts, jobId)) return refuse('UNKNOWN_REFERENCE', { field: 'jobId' });
  if (!claims.some((claim) => isLive(file, claim))) return refuse('STATE_FORBIDS');
  return accept({ type: 'AttributionDecided', payload: { jobId, shares, grounds, decidedOn: textOf(today) } });
}

/** How often the attribution of this job was decided: what `ifMatch` of DecideAttribution is compared with. */
export function attributionsOf({ facts, attributions }: ClientFile, jobId: string): number {
  const ids = idsOfJob(facts, jobId);
  return attributions.filter(({ payload }) => ids.has(payload.jobId)).length;
}
