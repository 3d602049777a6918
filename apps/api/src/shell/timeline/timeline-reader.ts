import type { TimelineEvent } from '@uitkomst/contracts';
import { factsOf, type ClientFile, type RecordedAs } from '@uitkomst/domain';
import type { RecordedEvent } from '@uitkomst/ledger';
import { answersToOthers } from '@uitkomst/projections';
import { isOwnAct, providerAct, staffAct, withoutPeople } from '../acts/shown-act.js';
import { isStaff, type Principal } from '../auth/principal.js';

type Shown = Omit<TimelineEvent, 'retracted'>;

/** What one reader sees of a file's events; undefined where the event is none of theirs. */
export interface TimelineReader {
  show(event: RecordedEvent): Shown | undefined;
  /** Whether the standing of all claims is for this reader: a provider asks its own claims one by one. */
  readonly claims: boolean;
}

/** Undefined for who has no business with this client. */
export function readerOf(principal: Principal, dossierRef: string, file: ClientFile): TimelineReader | undefined {
  if (isStaff(principal)) return { show: showAll, claims: true };
  if (principal.personRef === dossierRef) return { show: withoutPeople, claims: true };
  if (!principal.roles.includes('PROVIDER')) return undefined;
  return providerReader(principal, file);
}

const showAll = (event: RecordedEvent): Shown => ({ ...staffAct(event), revision: event.revision });

/** Events of a claim that its provider may see. */
const CLAIM_EVENTS = new Set([
  'ClaimSubmitted',
  'ClaimCompleted',
  'ClaimWithdrawn',
  'ClaimExpired',
  'ClaimClosed',
  'ClaimDetermined',
  'DecisionNotified',
  'PaymentOrdered',
  'ClaimPaid',
]);

/**
 * A letter makes known that a claim expired, and how it was determined: a favourable determination too, since one that is made anew and
 * told nowhere would tell that somebody else acted. The answer to a client's own objection is a letter to the client alone.
 */
function toldIn(file: ClientFile): (event: RecordedEvent) => boolean {
  const letters = [...file.claims.values()].flatMap(({ notices }) => notices);
  const told = new Set(letters.map(({ payload }) => payload.subjectEventId));
  // A request for evidence tells of nothing else.
  const decisions = letters.filter(({ payload }) => payload.kind !== 'INCOMPLETE');
  const decisionsTold = new Set(decisions.map(({ payload }) => payload.subjectEventId));
  const toOthers = answersToOthers(file);
  return ({ id, type, payload }) => {
    if (type === 'ClaimExpired') return told.has(id);
    if (type === 'ClaimDetermined') return decisionsTold.has(id);
    return !toOthers.has((payload as { readonly subjectEventId?: string }).subjectEventId);
  };
}

/** A provider sees what it recorded itself, its own trajects and its own claims; with neither there is no file. */
function providerReader(principal: Principal, file: ClientFile): TimelineReader | undefined {
  const { orgId } = principal;
  const { facts, claims } = file;
  const own = factsOf(facts, 'TrajectAssigned').filter(({ payload }) => payload.providerId === orgId);
  const trajects = new Set(own.map(({ payload }) => payload.trajectId));
  const ownClaims = new Set(
    [...claims.values()]
      .filter(({ submission }) => submission.payload.providerId === orgId)
      .map(({ claimId }) => claimId),
  );
  if (trajects.size === 0 && ownClaims.size === 0) return undefined;
  const isTold = toldIn(file);
  return {
    claims: false,
    show: (event) => {
      const fields = event.payload as Readonly<Record<string, unknown>>;
      if (isOwnAct(principal, event)) return withoutPeople(event);
      const ofTraject = typeof fields['trajectId'] === 'string' && trajects.has(fields['trajectId']);
      const ofClaim = CLAIM_EVENTS.has(event.type) && ownClaims.has(String(fields['claimId'])) && isTold(event);
      if (ofClaim && event.type === 'ClaimDetermined') return toldDetermination(event);
      if (ofClaim || (ofTraject && !('claimId' in fields) && !isOfOther(fields, orgId))) return providerAct(event);
      return undefined;
    },
  };
}

/** As its letter told it; the reasons are read of the claim, in the words that are for a provider. */
function toldDetermination(event: RecordedEvent): Shown {
  const { claimId, outcome, cents, untilOn, definition } = event.payload as RecordedAs<'ClaimDetermined'>['payload'];
  const fields = {
    claimId,
    outcome,
    ...(outcome === 'ELIGIBLE' && { cents }),
    ...(untilOn !== undefined && { untilOn }),
    ...(definition !== undefined && { definition }),
  };
  return { ...withoutPeople(event), fields };
}

const isOfOther = ({ providerId }: Readonly<Record<string, unknown>>, orgId: string): boolean =>
  providerId !== undefined && providerId !== orgId;
