import type { Actor } from '../../event.js';
import type { ClientFile } from '../client-file.js';
import type { FactEvent, FactType, RecordedFact } from '../events.js';
import { factsOf } from './fact-book.js';

/** Whether the file holds a traject of this provider. */
export const hasTrajectOf = ({ facts }: ClientFile, providerId: string): boolean =>
  factsOf(facts, 'TrajectAssigned').some(({ payload }) => payload.providerId === providerId);

/** The field that names something the file does not know (to a provider: that is not its own). */
export function unknownReference(file: ClientFile, fact: FactEvent, actor: Actor): string | undefined {
  const { facts } = file;
  const knows = knownIds(facts);
  switch (fact.type) {
    case 'BenefitReduced':
    case 'BenefitSuspended':
    case 'BenefitStopped':
      return knows('BenefitGranted', 'benefitId', fact.payload.benefitId) ? undefined : 'benefitId';
    case 'IntakeHeld':
    case 'ServiceDelivered':
    case 'TrajectExtended':
    case 'TrajectSuspended':
    case 'TrajectResumed':
    case 'TrajectEnded':
    case 'TrajectChangeProposed':
    case 'VacancyReferred':
      return knowsTraject(facts, fact.payload.trajectId, actor) ? undefined : 'trajectId';
    case 'LadderStepAssessed':
    case 'CostIncurred':
    case 'ComplaintFiled': {
      const { trajectId } = fact.payload;
      return trajectId === undefined || knowsTraject(facts, trajectId, actor) ? undefined : 'trajectId';
    }
    case 'PlacementConfirmed':
    case 'PlacementChanged':
    case 'PlacementEnded':
    case 'SelfPlacementConfirmed':
      return knows('PlacementStarted', 'jobId', fact.payload.jobId) ? undefined : 'jobId';
    case 'ClientStatement':
      return knowsJob(knows, fact.payload.jobId) ? undefined : 'jobId';
    case 'JobLinked':
      if (!knowsJob(knows, fact.payload.jobId)) return 'jobId';
      return knowsJob(knows, fact.payload.sameAsJobId) ? undefined : 'sameAsJobId';
    case 'JobSubsidyEnded':
      return knows('JobSubsidyStarted', 'fundingId', fact.payload.fundingId) ? undefined : 'fundingId';
    // These open something, or stand on their own: a subsidy or another funder's claim may be known before the job is.
    case 'SegmentAssessed':
    case 'SurveyInvited':
    case 'ClientSurveyAnswered':
    case 'BenefitGranted':
    case 'TrajectAssigned':
    case 'ApplicationStarted':
    case 'PlacementPromised':
    case 'PlacementStarted':
    case 'JobSubsidyStarted':
    case 'DetacheringApproved':
    case 'ExternalClaimReported':
      return undefined;
    default:
      return fact satisfies never;
  }
}

type Knows = (type: FactType, field: string, id: string) => boolean;

const knownIds =
  (facts: readonly RecordedFact[]): Knows =>
  (type, field, id) =>
    facts.some((fact) => fact.type === type && (fact.payload as Readonly<Record<string, unknown>>)[field] === id);

/** Whether any fact speaks of the job. */
export const isKnownJob = (facts: readonly RecordedFact[], jobId: string): boolean => knowsJob(knownIds(facts), jobId);

/** A job may be known by its application or the employer's promise before it starts. */
const knowsJob = (knows: Knows, jobId: string): boolean =>
  knows('PlacementStarted', 'jobId', jobId) ||
  knows('ApplicationStarted', 'jobId', jobId) ||
  knows('PlacementPromised', 'jobId', jobId);

const knowsTraject = (facts: readonly RecordedFact[], trajectId: string, { role, orgId }: Actor): boolean =>
  factsOf(facts, 'TrajectAssigned').some(
    ({ payload }) => payload.trajectId === trajectId && (role !== 'PROVIDER' || payload.providerId === orgId),
  );
