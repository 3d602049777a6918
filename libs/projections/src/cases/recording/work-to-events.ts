import { type Assurance, FundingScheme, type Role, type SourceSystem } from '@uitkomst/domain';
import type { CaseFactOf } from '../files/case-file.js';
import { type CaseEvent, onFile } from './case-event.js';
import { codeOf, referenceOf } from './case-ids.js';

/** Who tells what about work, and how sure it then is. */
interface Voice {
  readonly role: Role;
  readonly source: { readonly system: SourceSystem };
  readonly assurance: Assurance;
}
const voice = (role: Role, system: SourceSystem, assurance: Assurance): Voice => ({
  role,
  source: { system },
  assurance,
});

const WAGE_REGISTRY = voice('REGISTRY', 'UWV_POLIS', 'AUTHORITATIVE');
const CROSS_CHECK = voice('REGISTRY', 'INLICHTINGENBUREAU', 'AUTHORITATIVE');
const PROVIDER = voice('PROVIDER', 'PROVIDER_API', 'ASSERTED_BY_PROVIDER');
const CASE_MANAGER = voice('CASEMGR', 'SUITE', 'AUTHORITATIVE');
const TREASURY = voice('FINANCE', 'FINANCE', 'AUTHORITATIVE');
const CLIENT = voice('CLIENT', 'SURVEY', 'CLIENT_STATEMENT');

const told = (type: string, { role, source, assurance }: Voice, payload: object): CaseEvent =>
  onFile(type, role, { source, assurance, ...payload });

type WorkFact = CaseFactOf<
  | 'ApplicationStarted'
  | 'PlacementStarted'
  | 'PlacementConfirmed'
  | 'PlacementEnded'
  | 'SelfPlacementConfirmed'
  | 'JobSubsidyStarted'
  | 'JobSubsidyEnded'
  | 'ClientStatement'
  | 'ExternalClaimReported'
>;

/** The event that records a fact about a job, its funding or its application. */
export function workEventOf(fact: WorkFact): CaseEvent {
  switch (fact.e) {
    case 'ApplicationStarted':
      return told(fact.e, CASE_MANAGER, { jobId: referenceOf(fact.job), by: fact.by, validFrom: fact.date });
    case 'PlacementStarted':
      return placementStarted(fact);
    case 'PlacementConfirmed':
      return told(fact.e, confirming(fact.source), { jobId: referenceOf(fact.ref) });
    case 'PlacementEnded':
      return told(fact.e, WAGE_REGISTRY, { jobId: referenceOf(fact.ref), validFrom: fact.date });
    case 'SelfPlacementConfirmed':
      return told(fact.e, CROSS_CHECK, { jobId: referenceOf(fact.ref) });
    case 'JobSubsidyStarted':
      return told(fact.e, TREASURY, {
        fundingId: referenceOf(fact.id),
        jobId: referenceOf(fact.job),
        // A scheme without a proper code is public money too.
        scheme: FundingScheme.safeParse(fact.scheme).data ?? 'OTHER',
        payer: referenceOf(fact.payer ?? 'MUNICIPALITY'),
        validFrom: fact.from,
      });
    case 'JobSubsidyEnded':
      return told(fact.e, TREASURY, { fundingId: referenceOf(fact.ref), validFrom: fact.date });
    case 'ClientStatement':
      return told(fact.e, CLIENT, { jobId: referenceOf(fact.job), contribution: fact.contribution });
    case 'ExternalClaimReported':
      return told(fact.e, CROSS_CHECK, {
        funder: referenceOf(fact.funder),
        jobId: referenceOf(fact.job),
        status: fact.status,
        ...(fact.provider !== undefined && { externalProviderId: referenceOf(fact.provider) }),
      });
    default:
      return fact satisfies never;
  }
}

/** A registry's word is proof, anybody else's is an assertion (rules 3.6). */
function confirming(source: string): Voice {
  if (source === 'UWV_POLIS') return WAGE_REGISTRY;
  return source === 'INLICHTINGENBUREAU' ? CROSS_CHECK : PROVIDER;
}

function placementStarted(fact: CaseFactOf<'PlacementStarted'>): CaseEvent {
  const assurance = fact.assurance ?? 'AUTHORITATIVE';
  const proven = assurance === 'AUTHORITATIVE' || assurance === 'THIRD_PARTY';
  return told(
    fact.e,
    { ...(proven ? WAGE_REGISTRY : PROVIDER), assurance },
    {
      jobId: referenceOf(fact.id),
      employerId: referenceOf(fact.employer),
      form: fact.form,
      validFrom: fact.date,
      ...(fact.hirer !== undefined && { hirerId: referenceOf(fact.hirer) }),
      ...(fact.subform !== undefined && { subform: codeOf(fact.subform) }),
      ...(fact.hours !== undefined && { weeklyHours: fact.hours }),
      ...(fact.contractEnd !== undefined && { contractEndOn: fact.contractEnd }),
    },
  );
}
