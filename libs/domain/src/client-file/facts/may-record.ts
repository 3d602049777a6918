import type { Actor, Role } from '../../event.js';
import type { FactEvent, FactType } from '../events.js';
import type { Assurance, SourceSystem } from '../fact-fields.js';

/** Who may record which fact (catalogue, "May record"). A provider may assert, never establish. */
export const MAY_RECORD: Readonly<Record<FactType, readonly Role[]>> = {
  SegmentAssessed: ['CASEMGR'],
  LadderStepAssessed: ['CASEMGR'],
  SurveyInvited: ['SYSTEM'],
  ClientSurveyAnswered: ['CLIENT'],
  BenefitGranted: ['BENEFITS', 'REGISTRY'],
  BenefitReduced: ['BENEFITS'],
  BenefitSuspended: ['BENEFITS'],
  BenefitStopped: ['BENEFITS', 'REGISTRY'],
  // Haarlem: two companies noted the same client; who is assigned is for the municipality alone to say.
  TrajectAssigned: ['CASEMGR'],
  IntakeHeld: ['PROVIDER', 'CASEMGR'],
  ServiceDelivered: ['PROVIDER'],
  TrajectExtended: ['CASEMGR'],
  TrajectSuspended: ['CASEMGR'],
  TrajectResumed: ['CASEMGR'],
  TrajectEnded: ['CASEMGR'],
  TrajectChangeProposed: ['PROVIDER'],
  VacancyReferred: ['PROVIDER'],
  ApplicationStarted: ['PROVIDER', 'CLIENT', 'CASEMGR'],
  PlacementPromised: ['PROVIDER', 'CLIENT'],
  PlacementStarted: ['PROVIDER', 'REGISTRY'],
  PlacementConfirmed: ['REGISTRY', 'PROVIDER'],
  PlacementChanged: ['REGISTRY', 'PROVIDER'],
  PlacementEnded: ['REGISTRY', 'PROVIDER'],
  JobSubsidyStarted: ['BENEFITS', 'FINANCE'],
  JobSubsidyEnded: ['BENEFITS', 'FINANCE'],
  DetacheringApproved: ['CASEMGR'],
  SelfPlacementConfirmed: ['REGISTRY', 'OFFICER'],
  ClientStatement: ['CLIENT', 'CASEMGR'],
  ExternalClaimReported: ['REGISTRY', 'OFFICER', 'CASEMGR'],
  JobLinked: ['SYSTEM', 'CASEMGR', 'BENEFITS'],
  CostIncurred: ['FINANCE'],
  ComplaintFiled: ['CLIENT'],
};

/** Who may correct or retract any fact, besides the role that recorded it. */
export const MAY_RETRACT: readonly Role[] = ['BENEFITS', 'AUDITOR'];

/** Whether the actor may say this, from this source, as surely as it says it. */
export const mayRecord = (fact: FactEvent, actor: Actor): boolean =>
  MAY_RECORD[fact.type].includes(actor.role) && maySay(fact, actor);

/** Whether a fact of that assurance and source is the actor's to give, whatever its kind. */
export function maySay({ payload }: FactEvent, { role }: Actor): boolean {
  if (!('source' in payload)) return true;
  const limit = LIMITS[role];
  return (
    limit === undefined ||
    (limit.sources.includes(payload.source.system) && limit.assurances.includes(payload.assurance))
  );
}

interface Limit {
  readonly sources: readonly SourceSystem[];
  readonly assurances: readonly Assurance[];
}

const SOURCES: readonly SourceSystem[] = ['GWS4ALL', 'SUITE', 'PROVIDER_API', 'SURVEY', 'IMPORT'];
const ASSERTED: readonly Assurance[] = ['ASSERTED_BY_PROVIDER', 'CLIENT_STATEMENT', 'DOCUMENTED'];

/** Those whose word has limits: nobody speaks for a register but the register, and who has an interest proves nothing. */
const LIMITS: Readonly<Partial<Record<Role, Limit>>> = {
  PROVIDER: { sources: ['PROVIDER_API'], assurances: ASSERTED },
  CLIENT: { sources: SOURCES, assurances: ['CLIENT_STATEMENT', 'DOCUMENTED'] },
  REGISTRY: {
    sources: ['UWV_POLIS', 'INLICHTINGENBUREAU'],
    assurances: ['DOCUMENTED', 'THIRD_PARTY', 'AUTHORITATIVE'],
  },
};
