import { addDays, latest, textOf } from '../../values/calendar-date.js';
import type { RecordedAs } from '../../client-file/events.js';
import type { SourceSystem } from '../../client-file/fact-fields.js';
import { WHOLE_BP } from '../../values/cents.js';
import type { Context } from '../context.js';
import { registersBehind } from '../context/registers.js';
import { RESOLVABLE } from '../resolvable.js';
import type { Subject } from '../subject.js';
import { isRunning } from '../timeline.js';
import { withFact, type Control, type Supposition } from './supposed.js';

type Suppose = (context: Context, code: string) => readonly Supposition[];

/** What could still answer each code. A code that is not here stands: only a correction of the facts themselves would change it. */
const BY_CODE: Readonly<Record<string, Suppose>> = {
  EMPLOYMENT_UNVERIFIED: (context, code) =>
    aboutJob(context, code, { change: 'PlacementConfirmed', by: ['REGISTRY'], fields: () => ({}) }),
  SELF_EMPLOYMENT_UNVERIFIED: (context, code) =>
    aboutJob(context, code, {
      change: 'SelfPlacementConfirmed',
      by: ['REGISTRY', 'OFFICER'],
      fields: () => ({ bbzActive: false }),
    }),
  APPLICATION_DATE_UNKNOWN: (context, code) =>
    aboutJob(context, code, {
      change: 'ApplicationStarted',
      by: ['PROVIDER', 'CLIENT', 'CASEMGR'],
      fields: ({ traject, job }) => ({
        by: 'PROVIDER',
        validFrom: textOf(traject?.intakeOn ?? job?.from ?? context.at),
      }),
    }),
  NO_CONTRIBUTION_EVIDENCE: servicesShown,
  EVIDENCE_MISSING: evidenceShown,
  BENEFIT_NOT_ENDED: benefitsEnd,
  PARTIAL_BENEFIT_CONTINUES: benefitsEnd,
  SANCTION_NOT_OUTFLOW: benefitsEnd,
  SUBSIDISED_EMPLOYMENT: subsidiesEnd,
  COMPETING_CLAIM: attributed,
  AWAITING_REGISTRY: registersComplete,
};

/** Everything that could still answer a code; an open code that an officer may answer always has the officer. */
export function suppositionsFor(context: Context, code: string, isOpen: boolean): readonly Supposition[] {
  const known = BY_CODE[code]?.(context, code) ?? [];
  return known.length > 0 || !isOpen || !RESOLVABLE.has(code) ? known : [resolved(context, code)];
}

interface AboutJob {
  readonly change: 'PlacementConfirmed' | 'SelfPlacementConfirmed' | 'ApplicationStarted';
  readonly by: readonly Control[];
  readonly fields: (context: Context) => Readonly<Record<string, unknown>>;
}

function aboutJob(context: Context, code: string, { change, by, fields }: AboutJob): readonly Supposition[] {
  const { claim, at } = context;
  if (claim.jobId === undefined) return [];
  const payload = { jobId: claim.jobId, ...fields(context) };
  return [{ code, change, by, earliestOn: at, on: (subject) => withFact(subject, { type: change, payload }) }];
}

/** Services that were given before the job and not yet recorded. */
function servicesShown({ traject, job, parameters, at }: Context, code: string): readonly Supposition[] {
  if (!traject || !job || traject.from >= job.from) return [];
  const payload = { trajectId: traject.trajectId, kind: 'OTHER', validFrom: textOf(addDays(job.from, -1)) };
  const on = (subject: Subject): Subject =>
    Array.from({ length: parameters.minServices }).reduce<Subject>(
      (seen) => withFact(seen, { type: 'ServiceDelivered', payload }),
      subject,
    );
  return [{ code, change: 'ServiceDelivered', by: ['PROVIDER'], earliestOn: at, on }];
}

function evidenceShown({ claim, parameters, at }: Context, code: string): readonly Supposition[] {
  const missing = parameters.requiredEvidence.filter((kind) => !claim.evidence.some((piece) => piece.kind === kind));
  if (missing.length === 0) return [];
  const pieces = missing.map((kind) => ({ id: '00000000-0000-4000-8000-000000000000', kind, sha256: '0'.repeat(64) }));
  const on = (subject: Subject): Subject => ({
    ...subject,
    claim: { ...subject.claim, evidence: [...subject.claim.evidence, ...pieces] },
  });
  return [{ code, change: `ClaimCompleted (${missing.join(', ')})`, by: ['PROVIDER'], earliestOn: at, on }];
}

/** The benefits that stand in the way end because of work, tomorrow at the earliest. */
function benefitsEnd({ anchor, subject, at }: Context, code: string): readonly Supposition[] {
  const tomorrow = addDays(at, 1);
  const ids = new Set(anchor.blockingBenefits.map(({ startedBy }) => startedBy));
  const blocking = subject.file.facts.filter(
    (fact): fact is RecordedAs<'BenefitGranted'> => fact.type === 'BenefitGranted' && ids.has(fact.id),
  );
  return blocking.map(({ payload: { benefitId } }) => ({
    code,
    change: 'BenefitStopped',
    by: ['BENEFITS'],
    earliestOn: tomorrow,
    on: (seen) =>
      withFact(seen, {
        type: 'BenefitStopped',
        payload: { benefitId, reason: 'WORK_EMPLOYMENT', validFrom: textOf(tomorrow) },
      }),
  }));
}

/** The subsidies that stand in the way end: on the day that is known, else tomorrow at the earliest. */
function subsidiesEnd({ anchor, subject, at }: Context, code: string): readonly Supposition[] {
  return anchor.blockingSubsidies.filter(isRunning).flatMap(({ startedBy, expectedEndOn }) => {
    const started = subject.file.facts.find(({ id }) => id === startedBy);
    if (started?.type !== 'JobSubsidyStarted') return [];
    const end = expectedEndOn ?? addDays(at, 1);
    const payload = { fundingId: started.payload.fundingId, validFrom: textOf(end) };
    const on = (seen: Subject): Subject =>
      expectedEndOn === undefined ? withFact(seen, { type: 'JobSubsidyEnded', payload }) : seen;
    const by: readonly Control[] = expectedEndOn === undefined ? ['BENEFITS', 'FINANCE'] : ['TIME'];
    return [{ code, change: 'JobSubsidyEnded', by, earliestOn: end, on }];
  });
}

/** An officer could decide that this provider brought all of it about. */
function attributed({ claim, subject, at }: Context, code: string): readonly Supposition[] {
  const { jobId, providerId } = claim;
  if (jobId === undefined) return [];
  const decided = {
    ...(subject.file.facts[0] ?? { revision: 0, recordedAt: '' }),
    id: '00000000-0000-4000-8000-000000000001',
    type: 'AttributionDecided',
    payload: { jobId, shares: { [providerId]: WHOLE_BP }, grounds: 'SUPPOSED', decidedOn: textOf(at) },
  } as unknown as RecordedAs<'AttributionDecided'>; // A decision nobody took: only the rules ever see it.
  const on = (seen: Subject): Subject => ({
    ...seen,
    file: { ...seen.file, attributions: [...seen.file.attributions, decided] },
  });
  return [{ code, change: 'AttributionDecided', by: ['OFFICER'], earliestOn: at, on }];
}

/** Every register the definition asks says that it is complete through the end of the window. */
function registersComplete({ maturityOn, parameters, at, subject }: Context, code: string): readonly Supposition[] {
  if (maturityOn === undefined) return [];
  return registersBehind(parameters.requiredSources, subject.terms, maturityOn).map((source) => ({
    code,
    change: `SourceWatermark (${source})`,
    by: [OWNERS[source] ?? 'REGISTRY'],
    earliestOn: latest(maturityOn, at),
    on: (seen) => ({
      ...seen,
      terms: { ...seen.terms, watermarks: new Map(seen.terms.watermarks).set(source, maturityOn) },
    }),
  }));
}

const OWNERS: Readonly<Partial<Record<SourceSystem, Control>>> = { GWS4ALL: 'BENEFITS', SUITE: 'BENEFITS' };

function resolved({ at, subject }: Context, code: string): Supposition {
  const review = {
    ...(subject.file.facts[0] ?? { revision: 0, recordedAt: '' }),
    id: '00000000-0000-4000-8000-000000000002',
    type: 'ReviewResolved',
    payload: {
      claimId: subject.claim.claimId,
      codes: [{ code }],
      result: 'CLOSED',
      grounds: 'SUPPOSED',
      resolvedOn: textOf(at),
    },
  } as unknown as RecordedAs<'ReviewResolved'>; // As above.
  const on = (seen: Subject): Subject => ({
    ...seen,
    claim: { ...seen.claim, reviews: [...seen.claim.reviews, review] },
  });
  return { code, change: 'ReviewResolved', by: ['OFFICER'], earliestOn: at, on };
}
