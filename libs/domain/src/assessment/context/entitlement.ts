import type { RecordedAs } from '../../client-file/events.js';
import type { Shares } from '../../client-file/claim/events.js';
import type { DefinitionParameters } from '../../definitions/parameters.js';
import { allocate, type Cents, WHOLE_BP } from '../../values/cents.js';
import { type Day, dayOf } from '../../values/calendar-date.js';
import type { KnownFile } from '../subject.js';
import type { Timeline, Traject } from '../timeline.js';
import type { Job } from '../timeline/jobs.js';

type Application = RecordedAs<'ApplicationStarted'>;

/** What is known of how the job was found, and by whom (R30, R31). */
export interface Applying {
  readonly first?: Application;
  readonly firstOn?: Day;
  /** It ran before the claimant's intake: found without the claimant. */
  readonly beforeIntake: boolean;
  readonly byClientAlone: boolean;
}

/** Who applied for the job first and when, beside the intake of the traject (R30, R31). */
export function applyingFor(job: Job | undefined, traject: Traject | undefined): Applying {
  const applications = job?.facts.applications ?? [];
  let first: Application | undefined;
  for (const application of applications)
    if (!first || application.payload.validFrom < first.payload.validFrom) first = application;
  if (!first) return { beforeIntake: false, byClientAlone: false };
  const firstOn = dayOf(first.payload.validFrom);
  return {
    first,
    firstOn,
    beforeIntake: traject !== undefined && firstOn < traject.intakeOn,
    byClientAlone: applications.every(({ payload }) => payload.by === 'CLIENT'),
  };
}

/** The officer's attribution of this job: the latest recorded one. */
export const attributionOf = (
  { attributions }: KnownFile,
  { nameOf }: Timeline,
  job: Job | undefined,
): RecordedAs<'AttributionDecided'> | undefined =>
  job && attributions.findLast(({ payload }) => nameOf(payload.jobId) === job.name);

/** What a claim comes to: the tariff, divided where shares were decided, cut to what was claimed. */
export interface Entitling {
  readonly tariffCents: Cents;
  readonly providerId: string;
  readonly decidedShares?: Shares | undefined;
  readonly assistBp?: number | undefined;
  readonly claimedCents?: Cents | undefined;
}

/** What is due if the claim is granted: tariff, decided share and assist share, cut to what was claimed (rules 3.6). */
export function dueCents({ tariffCents, providerId, decidedShares, assistBp, claimedCents }: Entitling): Cents {
  const part = decidedShares ? (allocate(tariffCents, decidedShares)[providerId] ?? 0) : tariffCents;
  const assisted = assistBp === undefined ? part : Math.floor((part * assistBp) / WHOLE_BP);
  return Math.min(assisted, claimedCents ?? assisted);
}

/** What the definition gives an assisting provider where the client found the job alone after intake (R31). */
export const assistShareOf = ({ selfFoundAfter }: DefinitionParameters): number | undefined =>
  typeof selfFoundAfter === 'number' ? selfFoundAfter : undefined;
