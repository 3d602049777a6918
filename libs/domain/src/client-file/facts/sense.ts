import type { Actor } from '../../event.js';
import type { ClientFile } from '../client-file.js';
import type { FactEvent, FactType, RecordedFact } from '../events.js';
import { factsOf } from './fact-book.js';
import { idsOfJob } from './jobs.js';

/** What a fact tells, by field: which fields there are differs by kind. */
type Fields = Readonly<Record<string, unknown>>;

/** The field of a day that lies before the start of what it belongs to. Days are `jjjj-mm-dd`, so text order is time order. */
export function invalidPeriod({ facts }: ClientFile, fact: FactEvent): string | undefined {
  const fields = fact.payload as Fields;
  const start = startOf(facts, fact) ?? '';
  for (const field of ['validFrom', 'validTo', 'contractEndOn', 'maxUntilOn', 'newEndOn']) {
    const day = fields[field];
    const from = field === 'validFrom' ? start : (fields['validFrom'] ?? start);
    if (typeof day === 'string' && typeof from === 'string' && day < from) return field;
  }
  return undefined;
}

/** What belongs to something cannot be before it. Intakes, services and applications may: they precede the start. */
const WITHIN: Readonly<Partial<Record<FactType, readonly [FactType, string]>>> = {
  BenefitReduced: ['BenefitGranted', 'benefitId'],
  BenefitSuspended: ['BenefitGranted', 'benefitId'],
  BenefitStopped: ['BenefitGranted', 'benefitId'],
  TrajectExtended: ['TrajectAssigned', 'trajectId'],
  TrajectEnded: ['TrajectAssigned', 'trajectId'],
  PlacementChanged: ['PlacementStarted', 'jobId'],
  PlacementEnded: ['PlacementStarted', 'jobId'],
  JobSubsidyEnded: ['JobSubsidyStarted', 'fundingId'],
};

function startOf(facts: readonly RecordedFact[], fact: FactEvent): string | undefined {
  const within = WITHIN[fact.type];
  if (within === undefined) return undefined;
  const [type, field] = within;
  const id = (fact.payload as Fields)[field];
  const start = facts.find((known) => known.type === type && (known.payload as Fields)[field] === id);
  return start && ((start.payload as Fields)['validFrom'] as string | undefined);
}

const ENDS: Readonly<Partial<Record<FactType, string>>> = {
  BenefitStopped: 'benefitId',
  TrajectEnded: 'trajectId',
  PlacementEnded: 'jobId',
  JobSubsidyEnded: 'fundingId',
};

const STARTS: Readonly<Partial<Record<FactType, string>>> = {
  BenefitGranted: 'benefitId',
  TrajectAssigned: 'trajectId',
  PlacementStarted: 'jobId',
  JobSubsidyStarted: 'fundingId',
};

/** A second end of the same thing corrects the first, or is a mistake (rulings §3.6). */
export const alreadyEnded = (file: ClientFile, fact: FactEvent, { role }: Actor): boolean =>
  isRepeated(file, fact, ENDS[fact.type]) || (role === 'PROVIDER' && isEndedByOthers(file, fact));

/** A provider asserts: the end that another told of the same job under another of its ids is not for it to change (C5). */
function isEndedByOthers({ facts }: ClientFile, fact: FactEvent): boolean {
  if (fact.type !== 'PlacementEnded') return false;
  const ids = idsOfJob(facts, fact.payload.jobId);
  return factsOf(facts, 'PlacementEnded').some(
    ({ actor, payload }) => ids.has(payload.jobId) && actor.role !== 'PROVIDER',
  );
}

/** One id names one benefit, traject, job or funding. */
export const idReused = (file: ClientFile, fact: FactEvent): boolean => isRepeated(file, fact, STARTS[fact.type]);

function isRepeated({ facts }: ClientFile, fact: FactEvent, field: string | undefined): boolean {
  if (field === undefined) return false;
  const fields = fact.payload as Fields;
  return facts.some(
    ({ id, type, payload }) =>
      type === fact.type && id !== fields['supersedes'] && (payload as Fields)[field] === fields[field],
  );
}
