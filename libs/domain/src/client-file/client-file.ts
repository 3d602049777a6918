import { evolveClawbacks, type Clawback } from './clawback/clawbacks.js';
import { evolveClaim, submitted, type ClaimRecord } from './claim/claim.js';
import { isFact, type FileEvent, type RecordedAs, type RecordedFileEvent } from './events.js';
import { evolveRetraction, withFact, withSeen, type FactBook, type SeenEvent } from './facts/fact-book.js';
import { evolveObjections, type Objection } from './objection/objections.js';
import { evolveMismatches, type Mismatch } from './payment/mismatches.js';
import { evolvePayments, type PaymentOrder } from './payment/payments.js';
import { evolveRegistration, unregistered, type Registration } from './registration/registration.js';

/**
 * All that is known of one client, folded from `client-<municipality>-<personRef>`: the product of the parts, each with its own
 * folder. Immutable. Nothing in it is a rule's outcome except what a ClaimDetermined recorded.
 */
export interface ClientFile {
  /** Last revision folded, -1 for a stream without events. */
  readonly revision: number;
  /** Ordinal of the last append; the events of one append share a commandId. */
  readonly append: number;
  readonly commandId?: string;
  /** Instant of the last event, empty for a stream without any. */
  readonly recordedAt: string;
  readonly registration: Registration;
  /** The facts that hold, in recorded order: retracted and corrected ones are gone. */
  readonly facts: FactBook['facts'];
  /** Every event of the stream, with whether it is a fact that is hidden now. */
  readonly seen: readonly SeenEvent[];
  readonly attributions: readonly RecordedAs<'AttributionDecided'>[];
  /** By claim id, in the order of submission. */
  readonly claims: ReadonlyMap<string, ClaimRecord>;
  readonly payments: readonly PaymentOrder[];
  /** Bookings of the bank that nobody has explained yet. */
  readonly mismatches: readonly Mismatch[];
  readonly clawbacks: readonly Clawback[];
  readonly objections: readonly Objection[];
  /** The personal data is gone; what was paid is still known. */
  readonly erasedOn?: string;
}

export const emptyClientFile: ClientFile = {
  revision: -1,
  append: -1,
  recordedAt: '',
  registration: unregistered,
  facts: [],
  seen: [],
  attributions: [],
  claims: new Map(),
  payments: [],
  mismatches: [],
  clawbacks: [],
  objections: [],
};

/** Adds one recorded event. Total: never throws, drops nothing silently. */
export function evolveClientFile(file: ClientFile, event: RecordedFileEvent): ClientFile {
  const next: ClientFile = {
    ...file,
    revision: event.revision,
    append: event.commandId === file.commandId ? file.append : file.append + 1,
    commandId: event.commandId,
    recordedAt: event.recordedAt,
    seen: withSeen(file.seen, event),
  };
  if (!isFact(event)) return evolveOthers(next, event);
  const { facts, seen } = withFact(next, event);
  return { ...next, facts, seen };
}

type RecordedOther = Extract<RecordedFileEvent, { type: FileEvent['type'] }>;

function evolveOthers(file: ClientFile, event: RecordedOther): ClientFile {
  switch (event.type) {
    case 'ClientRegistered':
    case 'ClientMerged':
    case 'ClientAbsorbed':
    case 'ClientMergeReverted':
      return { ...file, registration: evolveRegistration(file.registration, event) };
    case 'FactRetracted':
    case 'FactCorrected':
      return { ...file, ...evolveRetraction(file, event) };
    case 'AttributionDecided':
      return { ...file, attributions: [...file.attributions, event] };
    case 'ClaimSubmitted':
      return withClaim(file, submitted(event, file.append));
    case 'ClaimCompleted':
    case 'ClaimWithdrawn':
    case 'ClaimExpired':
    case 'ClaimClosed':
    case 'ClaimDetermined':
    case 'ReviewResolved':
    case 'DecisionNotified':
    case 'ApprovalGiven':
    case 'ApprovalRefused': {
      const claim = file.claims.get(event.payload.claimId);
      return claim === undefined ? file : withClaim(file, { ...evolveClaim(claim, event), changes: claim.changes + 1 });
    }
    case 'SubjectErased':
      return { ...file, erasedOn: event.payload.erasedOn };
    case 'ErasureRefused':
      return file;
    case 'PaymentOrdered':
    case 'ClaimPaid':
    case 'PaymentFailed':
    case 'PaymentReturned':
    case 'PaymentOrderCancelled':
    case 'PaymentMismatchReported':
    case 'PaymentMismatchResolved':
    case 'ClawbackProposed':
    case 'ClawbackHeard':
    case 'ClawbackDecided':
    case 'ClawbackWithdrawn':
    case 'ClawbackSettled':
    case 'ObjectionFiled':
    case 'ObjectionWithdrawn':
    case 'ObjectionDecided':
      return counted(evolveMoney(file, event), event.payload);
    default:
      return event satisfies never;
  }
}

type MoneyEvent = Extract<RecordedOther, { type: `${'Payment' | 'ClaimPaid' | 'Clawback' | 'Objection'}${string}` }>;

/** Money and objections stand on the file, not in a claim: a payment may be known of a claim that is not (imported files). */
function evolveMoney(file: ClientFile, event: MoneyEvent): ClientFile {
  const claim = file.claims.get(event.payload.claimId);
  const { append } = file;
  switch (event.type) {
    case 'PaymentOrdered':
    case 'ClaimPaid':
    case 'PaymentFailed':
    case 'PaymentReturned':
    case 'PaymentOrderCancelled': {
      const pinned = 'determinationId' in event.payload ? event.payload.determinationId : undefined;
      const determinedOn = claim?.determination?.run.find(({ id }) => id === pinned)?.on;
      const approvers = (claim?.approvals ?? []).map(({ actor }) => actor.id);
      const dueCents = claim?.determination?.payload.cents;
      const place = { append, approvers, dueCents, ...(determinedOn === undefined ? {} : { determinedOn }) };
      return { ...file, payments: evolvePayments(file.payments, event, place) };
    }
    case 'PaymentMismatchReported':
    case 'PaymentMismatchResolved':
      return { ...file, mismatches: evolveMismatches(file.mismatches, event) };
    case 'ClawbackProposed':
    case 'ClawbackHeard':
    case 'ClawbackDecided':
    case 'ClawbackWithdrawn':
    case 'ClawbackSettled':
      return { ...file, clawbacks: evolveClawbacks(file.clawbacks, event, { append, claim }) };
    case 'ObjectionFiled':
    case 'ObjectionWithdrawn':
    case 'ObjectionDecided':
      return { ...file, objections: evolveObjections(file.objections, event, claim) };
    default:
      return event satisfies never;
  }
}

const withClaim = (file: ClientFile, claim: ClaimRecord): ClientFile => ({
  ...file,
  claims: new Map(file.claims).set(claim.claimId, claim),
});

function counted(file: ClientFile, { claimId }: { readonly claimId: string }): ClientFile {
  const claim = file.claims.get(claimId);
  return claim === undefined ? file : withClaim(file, { ...claim, changes: claim.changes + 1 });
}
