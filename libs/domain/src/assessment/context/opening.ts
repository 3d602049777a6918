import { isHeldBy } from '../../contracts-and-tariffs/successors.js';
import { selectDefinition } from '../../definitions/select.js';
import type { DefinitionParameters, DefinitionVersion } from '../../definitions/parameters.js';
import type { Contract, PublishedDefinition } from '../../terms/terms.js';
import type { Day } from '../../values/calendar-date.js';
import type { ClaimFacts, Subject } from '../subject.js';
import { type Timeline, timelineOf, type Traject } from '../timeline.js';
import type { Job } from '../timeline/jobs.js';
import { startOf } from './anchor.js';
import { countingFunding } from './funding.js';
import { type PaymentsSeen, paymentsSeen } from './payments.js';

/** What is known before a definition set is chosen: enough for R1, R2 and R6. */
export interface Opening {
  readonly subject: Subject;
  readonly claim: ClaimFacts;
  readonly at: Day;
  readonly timeline: Timeline;
  /** t: the named traject, if it is the claimant's and had started. */
  readonly traject?: Traject;
  readonly contractId?: string;
  readonly contract?: Contract;
  /** J: the named placement, if it had started. */
  readonly job?: Job;
  readonly definition?: DefinitionVersion & Pick<PublishedDefinition, 'recordedBy'>;
  readonly payments: PaymentsSeen;
}

/** What can be said of a claim before its definition set is known: traject, contract, job, start and payments. */
export function openingOf(subject: Subject): Opening {
  const { file, claim, terms, asOf: at } = subject;
  const timeline = succeeded(timelineOf(file, at), subject);
  const traject = timeline.trajects.find(
    ({ trajectId, providerId }) => trajectId === claim.trajectId && providerId === claim.providerId,
  );
  const job = claim.jobId === undefined ? undefined : timeline.jobNamed(claim.jobId);
  const contractId = traject?.contractId ?? claim.contractId;
  const contract = contractId === undefined ? undefined : terms.contracts.get(contractId);
  const opening: Opening = {
    subject,
    claim,
    at,
    timeline,
    payments: paymentsSeen(file, claim, at),
    ...(traject && { traject }),
    ...(job && { job }),
    ...(contractId !== undefined && { contractId }),
    ...(contract && { contract }),
  };
  const definition = definitionFor(opening);
  return definition ? { ...opening, definition } : opening;
}

/** After a merger of providers the claimant holds what was assigned to its predecessor under the contract of its traject. */
function succeeded(timeline: Timeline, { claim: { trajectId, providerId }, terms, asOf: at }: Subject): Timeline {
  const named = timeline.trajects.find((traject) => traject.trajectId === trajectId);
  const contract = named && terms.contracts.get(named.contractId);
  if (!contract || contract.registrations.every(({ succeeds }) => succeeds === undefined)) return timeline;
  const isOwn = (traject: Traject): boolean =>
    traject.contractId === contract.contractId && isHeldBy(contract, traject, { providerId, at });
  const trajects = timeline.trajects.map((traject) => (isOwn(traject) ? { ...traject, providerId } : traject));
  return { ...timeline, trajects };
}

function definitionFor(opening: Opening): Opening['definition'] {
  const { subject, claim, traject, contract } = opening;
  if (subject.whatIf?.definition) return subject.whatIf.definition;
  return (
    contract &&
    selectDefinition(subject.terms, contract, {
      contractOn: traject?.from ?? claim.submittedOn,
      trajectStartOn: traject?.from,
      selectorOn: (parameters) => selectorDay(opening, parameters),
    })
  );
}

/** The day versions and tariffs are chosen by: the traject's start (without one the day of submission), or s. */
export function selectorDay(opening: Opening, parameters: DefinitionParameters): Day | undefined {
  const { timeline, traject, claim, at } = opening;
  if (parameters.versionSelector === 'TRAJECT_START') return traject?.from ?? claim.submittedOn;
  return startOf(parameters, countingFunding(timeline, parameters, at), startingPoints(opening));
}

/** An asserted outflow counts once its day has come. */
export const startingPoints = ({
  job,
  claim,
  at,
}: Opening): { job?: Job | undefined; assertedOn?: Day | undefined } => ({
  job,
  assertedOn:
    claim.assertedOutflowOn !== undefined && claim.assertedOutflowOn <= at ? claim.assertedOutflowOn : undefined,
});
