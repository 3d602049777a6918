import type { Recorded } from '@uitkomst/domain';

interface Named {
  readonly claimId?: string;
  readonly trajectId?: string;
  readonly jobId?: string;
  readonly sameAsJobId?: string;
  readonly providerId?: string;
  readonly subjectEventId?: string;
  readonly kind?: string;
  readonly by?: string;
  readonly clawbackId?: string;
  readonly hearingUntilOn?: string;
  readonly outcome?: string;
  readonly cents?: number;
  readonly tariffCents?: number;
}

const named = ({ payload }: Recorded): Named => payload as Named;

/** What of a client's file concerns one provider. */
interface Own {
  readonly orgId: string;
  /** With the cents asked for. */
  readonly claims: ReadonlyMap<string, number | undefined>;
  readonly trajects: ReadonlySet<string>;
  readonly jobs: ReadonlySet<string>;
  /** Decisions, expiries, and proposals and decisions to reclaim that a letter made known. */
  readonly told: ReadonlySet<string>;
  /** Clawbacks of which the proposal, and those of which the decision is known. */
  readonly proposalsTold: ReadonlySet<string>;
  readonly decisionsTold: ReadonlySet<string>;
}

/**
 * The events that concern a provider: its own claims and trajects, the jobs it claims or recorded, and nothing that names, counts or
 * betrays a rival (rulings §5.7). A negative decision appears only once a letter made it known (§2.9).
 */
export function ownPart<E extends Recorded>(events: readonly E[], orgId: string): readonly E[] {
  const own = ownOf(events, orgId);
  return events.filter((event) => concerns(event, own) && isTold(event, own));
}

function ownOf(events: readonly Recorded[], orgId: string): Own {
  const claims = new Map<string, number | undefined>();
  const trajects = new Set<string>();
  const mentioned = new Set<string>();
  const told = new Set<string>();
  for (const event of events) {
    const { claimId = '', trajectId, jobId, providerId, subjectEventId, cents } = named(event);
    if (event.type === 'ClaimSubmitted' && providerId === orgId) claims.set(claimId, cents);
    if (event.type === 'TrajectAssigned' && providerId === orgId && trajectId !== undefined) trajects.add(trajectId);
    if (jobId !== undefined && (isBy(event, orgId) || providerId === orgId)) mentioned.add(jobId);
    if (event.type === 'DecisionNotified') told.add(subjectEventId ?? '');
  }
  // Who was never assigned learns nothing about a job by naming it.
  const jobs = trajects.size > 0 ? mentioned : new Set<string>();
  return { orgId, claims, trajects, jobs, told, ...clawbacksTold(events, told) };
}

/** A term for hearing that runs on is known from the letter about the proposal before it. */
function clawbacksTold(
  events: readonly Recorded[],
  told: ReadonlySet<string>,
): Pick<Own, 'proposalsTold' | 'decisionsTold'> {
  const [proposalsTold, decisionsTold] = [new Set<string>(), new Set<string>()];
  for (const event of events) {
    const { clawbackId = '', hearingUntilOn } = named(event);
    if (event.type === 'ClawbackProposed' && (told.has(event.id) || hearingUntilOn !== undefined))
      proposalsTold.add(clawbackId);
    if (event.type === 'ClawbackDecided' && told.has(event.id)) decisionsTold.add(clawbackId);
  }
  return { proposalsTold, decisionsTold };
}

const isBy = ({ actor }: Recorded, orgId: string): boolean => actor.role === 'PROVIDER' && actor.orgId === orgId;

function concerns(event: Recorded, own: Own): boolean {
  const { claimId, trajectId, jobId, sameAsJobId, providerId } = named(event);
  if (providerId !== undefined) return providerId === own.orgId;
  if (claimId !== undefined) return own.claims.has(claimId);
  if (trajectId !== undefined) return own.trajects.has(trajectId);
  if (isBy(event, own.orgId)) return true;
  // Another provider's word about a shared job would betray that provider.
  if (jobId === undefined || event.actor.role === 'PROVIDER') return false;
  return own.jobs.has(jobId) && (sameAsJobId === undefined || own.jobs.has(sameAsJobId));
}

/** Whether there is nothing to wait for before a provider may know it. */
function isTold(event: Recorded, own: Own): boolean {
  const { claimId = '', outcome, cents = 0, tariffCents, clawbackId = '', by } = named(event);
  switch (event.type) {
    case 'ClaimDetermined':
      return (
        own.told.has(event.id) || (outcome === 'ELIGIBLE' && cents >= (own.claims.get(claimId) ?? tariffCents ?? cents))
      );
    case 'ClaimExpired':
    case 'ObjectionDecided':
      return own.told.has(event.id);
    case 'ObjectionFiled': // That the client objects as to its own data is between the client and the municipality.
      return by === 'PROVIDER';
    case 'ObjectionWithdrawn':
      return isBy(event, own.orgId);
    case 'ClawbackProposed':
    case 'ClawbackHeard':
    case 'ClawbackWithdrawn':
      return own.proposalsTold.has(clawbackId);
    case 'ClawbackDecided':
    case 'ClawbackSettled':
      return own.decisionsTold.has(clawbackId);
    default:
      return true;
  }
}
