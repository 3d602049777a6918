import { BenefitKind } from '@uitkomst/domain';
import { type CaseEvent, onFile } from './case-event.js';
import type { CaseFact, CaseFactOf } from '../files/case-file.js';
import { CASE_MUNICIPALITY, claimIdOf, codeOf, referenceOf } from './case-ids.js';
import { workEventOf } from './work-to-events.js';

/** What a fact tells only by naming a claim or a contract. */
export interface FactContext {
  readonly jobOf: (claim: string) => string | undefined;
  readonly outcomeTypeOf: (claim: string) => 'WORK' | 'LADDER_STEP';
  /** For a payment: every one is of an order of its own. */
  readonly orderId: string;
  /** The definition set the case is decided by; every contract of the case is under it. */
  readonly definitionSetId: string;
}

/** Retractions and claims are made where all events of the case are known (`case-stream.ts`). */
export type RecordableFact = Exclude<CaseFact, CaseFactOf<'FactRetracted'>>;

/** The event that records a fact, with fixed values for what a case file does not state (rulings §6.4). */
export function eventOf(fact: RecordableFact, context: FactContext): CaseEvent {
  switch (fact.e) {
    case 'BenefitGranted':
    case 'BenefitReduced':
    case 'BenefitStopped':
      return benefitEventOf(fact);
    case 'ContractRegistered':
    case 'AffiliationRegistered':
      return termsEventOf(fact, context);
    case 'TrajectAssigned':
    case 'TrajectEnded':
    case 'ServiceDelivered':
    case 'LadderStepAssessed':
      return trajectEventOf(fact);
    case 'AttributionDecided':
    case 'ClaimPaid':
    case 'ReviewResolved':
      return decisionEventOf(fact, context);
    case 'ApplicationStarted':
    case 'PlacementStarted':
    case 'PlacementConfirmed':
    case 'PlacementEnded':
    case 'SelfPlacementConfirmed':
    case 'JobSubsidyStarted':
    case 'JobSubsidyEnded':
    case 'ClientStatement':
    case 'ExternalClaimReported':
      return workEventOf(fact);
    default:
      return fact satisfies never;
  }
}

const BENEFITS = { source: { system: 'GWS4ALL' }, assurance: 'AUTHORITATIVE' } as const;

function benefitEventOf(fact: CaseFactOf<'BenefitGranted' | 'BenefitReduced' | 'BenefitStopped'>): CaseEvent {
  const of = (payload: object) => onFile(fact.e, 'BENEFITS', { ...BENEFITS, ...payload });
  switch (fact.e) {
    case 'BenefitGranted': {
      // A kind that no rule tells apart is a benefit that is not bijstand.
      const kind = BenefitKind.safeParse(fact.kind).data ?? 'OTHER';
      return of({ benefitId: referenceOf(fact.id), kind, validFrom: fact.from });
    }
    case 'BenefitReduced':
      return of({
        benefitId: referenceOf(fact.ref),
        percent: fact.pct,
        cause: fact.cause,
        validFrom: fact.from,
        ...(fact.to !== undefined && { validTo: fact.to }),
      });
    case 'BenefitStopped':
      return of({ benefitId: referenceOf(fact.ref), reason: fact.reason ?? 'UNKNOWN', validFrom: fact.date });
    default:
      return fact satisfies never;
  }
}

/** Contracts and affiliations stand on streams of their own, as they do in a municipality. */
function termsEventOf(
  fact: CaseFactOf<'ContractRegistered' | 'AffiliationRegistered'>,
  { definitionSetId }: FactContext,
): CaseEvent {
  const providerId = referenceOf(fact.provider);
  const role = 'CONTRACTS';
  if (fact.e === 'AffiliationRegistered') {
    const payload = { providerId, employerId: referenceOf(fact.employer), kind: 'SAME_GROUP', validFrom: fact.from };
    return { stream: `provider-${CASE_MUNICIPALITY}-${providerId}`, type: fact.e, payload, role };
  }
  const contractId = referenceOf(fact.id);
  const term = { validFrom: fact.from, ...(fact.to !== undefined && { validTo: fact.to }) };
  return {
    stream: `contract-${CASE_MUNICIPALITY}-${contractId}`,
    type: fact.e,
    payload: { contractId, providerId, definitionSetId, ...term },
    role,
  };
}

const ASSIGNMENT = { source: { system: 'SUITE' }, assurance: 'AUTHORITATIVE' } as const;
const SERVICE = { source: { system: 'PROVIDER_API' }, assurance: 'DOCUMENTED' } as const;

function trajectEventOf(
  fact: CaseFactOf<'TrajectAssigned' | 'TrajectEnded' | 'ServiceDelivered' | 'LadderStepAssessed'>,
): CaseEvent {
  switch (fact.e) {
    case 'TrajectAssigned':
      return onFile(fact.e, 'CASEMGR', {
        ...ASSIGNMENT,
        trajectId: referenceOf(fact.id),
        providerId: referenceOf(fact.provider),
        contractId: referenceOf(fact.contract),
        intakeOn: fact.intake,
        validFrom: fact.start,
      });
    case 'TrajectEnded':
      return onFile(fact.e, 'CASEMGR', {
        ...ASSIGNMENT,
        trajectId: referenceOf(fact.ref),
        endKind: 'OTHER',
        validFrom: fact.date,
        ...(fact.reason !== undefined && { reason: codeOf(fact.reason) }),
      });
    case 'ServiceDelivered':
      return onFile(fact.e, 'PROVIDER', {
        ...SERVICE,
        trajectId: referenceOf(fact.traject),
        kind: codeOf(fact.kind),
        validFrom: fact.date,
      });
    case 'LadderStepAssessed':
      return onFile(fact.e, 'CASEMGR', {
        ...ASSIGNMENT,
        fromStep: fact.from_step,
        toStep: fact.to_step,
        validFrom: fact.date,
        ...(fact.traject !== undefined && { trajectId: referenceOf(fact.traject) }),
      });
    default:
      return fact satisfies never;
  }
}

function decisionEventOf(
  fact: CaseFactOf<'AttributionDecided' | 'ClaimPaid' | 'ReviewResolved'>,
  { jobOf, orderId, outcomeTypeOf }: FactContext,
): CaseEvent {
  switch (fact.e) {
    case 'AttributionDecided': {
      const shares = Object.entries(fact.shares).map(([provider, share]) => [referenceOf(provider), share]);
      return onFile(fact.e, 'OFFICER', {
        jobId: referenceOf(fact.job),
        shares: Object.fromEntries(shares) as object,
        grounds: 'CASE',
        decidedOn: fact.rec,
      });
    }
    case 'ClaimPaid': {
      const job = jobOf(fact.claim);
      return onFile(fact.e, 'FINANCE', {
        milestone: 'SUSTAINED',
        outcomeType: outcomeTypeOf(fact.claim),
        episodeOn: fact.episode,
        claimId: claimIdOf(fact.claim),
        orderId,
        providerId: referenceOf(fact.provider),
        cents: fact.amount,
        paidOn: fact.date,
        ...(job !== undefined && { jobId: referenceOf(job) }),
      });
    }
    case 'ReviewResolved':
      return onFile(fact.e, 'OFFICER', {
        claimId: claimIdOf(fact.claim),
        codes: fact.codes.map((code) => ({ code: codeOf(code) })),
        result: fact.result ?? 'CLOSED',
        grounds: 'CASE',
        resolvedOn: fact.rec,
      });
    default:
      return fact satisfies never;
  }
}
