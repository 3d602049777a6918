import type { EventId } from '../../values/ids.js';
import { isTold, type ClaimRecord } from '../claim/claim.js';
import type { RecordedAs } from '../events.js';

/** Money asked back of one claim. At most one is open per claim. */
export interface Clawback {
  readonly clawbackId: string;
  readonly claimId: string;
  readonly state: 'PROPOSED' | 'DECIDED' | 'WITHDRAWN';
  /** The event that proposed it: what the letter about it names. */
  readonly proposalId: EventId;
  readonly proposedOn: string;
  /** Ordinal of the append it was proposed in. */
  readonly proposedAt: number;
  readonly proposedCents: number;
  readonly codes: readonly string[];
  /** A term for hearing that runs on from an earlier proposal of at least this much. */
  readonly hearingUntilOn?: string;
  readonly decision?: { readonly eventId: EventId; readonly on: string; readonly by: string; readonly grounds: string };
  readonly withdrawal?: Withdrawal;
  readonly decidedCents: number;
  /** Settled by invoice or offset: money that came back. */
  readonly recoveredCents: number;
  /** Given up: never counts as recovered. */
  readonly writtenOffCents: number;
  readonly settlements: readonly Settlement[];
  readonly heard: boolean;
  /** A person let it go after the provider could be heard: while the decision says the same it is not proposed again. */
  readonly letGo: boolean;
  /** The first determination of the run of equal hashes it was proposed, or withdrawn, on. */
  readonly runId?: string;
  /** Whoever decided, withdrew or wrote off. */
  readonly people: readonly string[];
  /** Count of its own events: what `ifMatch` is compared with. */
  readonly changes: number;
}

/** Let go: by somebody on a ground, or by itself (then by nobody) because nothing is due any more. */
interface Withdrawal {
  readonly on: string;
  readonly code: string;
  readonly by?: string;
}

/** What came back or was given up; by nobody where a batch was carried through. */
type Settlement = RecordedAs<'ClawbackSettled'>['payload'] & { readonly by?: string };

type ClawbackEvent =
  | RecordedAs<'ClawbackProposed'>
  | RecordedAs<'ClawbackHeard'>
  | RecordedAs<'ClawbackDecided'>
  | RecordedAs<'ClawbackWithdrawn'>
  | RecordedAs<'ClawbackSettled'>;

/** Where the event stands in the file: the append it came in and the claim it is about, where that is known. */
interface Place {
  readonly append: number;
  readonly claim: ClaimRecord | undefined;
}

export function evolveClawbacks(
  clawbacks: readonly Clawback[],
  event: ClawbackEvent,
  place: Place,
): readonly Clawback[] {
  const change = (to: (clawback: Clawback) => Clawback): readonly Clawback[] =>
    clawbacks.map((clawback) =>
      clawback.clawbackId === event.payload.clawbackId
        ? { ...to(clawback), changes: clawback.changes + 1, people: withPerson(clawback, event) }
        : clawback,
    );
  switch (event.type) {
    case 'ClawbackProposed':
      return [...clawbacks, proposed(event, place, ofClaim(clawbacks, event.payload.claimId).at(-1))];
    case 'ClawbackHeard':
      return change((clawback) => ({ ...clawback, heard: true }));
    case 'ClawbackDecided':
      return change((clawback) => decided(clawback, event));
    case 'ClawbackWithdrawn':
      return change((clawback) => withdrawn(clawback, event, place.claim));
    case 'ClawbackSettled':
      return change((clawback) => settled(clawback, event));
    default:
      return event satisfies never;
  }
}

const runOf = (claim: ClaimRecord | undefined): { readonly runId?: string } => {
  const runId = claim?.determination?.run[0]?.id;
  return runId === undefined ? {} : { runId };
};

function proposed(
  { id, payload }: RecordedAs<'ClawbackProposed'>,
  { append, claim }: Place,
  before: Clawback | undefined,
): Clawback {
  const { clawbackId, claimId, cents, codes, proposedOn, hearingUntilOn } = payload;
  return {
    clawbackId,
    claimId,
    state: 'PROPOSED',
    proposalId: id,
    proposedOn,
    proposedAt: append,
    proposedCents: cents,
    codes,
    decidedCents: 0,
    recoveredCents: 0,
    writtenOffCents: 0,
    settlements: [],
    // Where the term runs on, what the provider said about the larger sum counts.
    heard: hearingUntilOn !== undefined && (before?.heard ?? false),
    letGo: false,
    ...(hearingUntilOn === undefined ? {} : { hearingUntilOn }),
    ...runOf(claim),
    people: [],
    changes: 1,
  };
}

const decided = (clawback: Clawback, { id, actor, payload }: RecordedAs<'ClawbackDecided'>): Clawback => ({
  ...clawback,
  state: 'DECIDED',
  decidedCents: payload.cents,
  decision: { eventId: id, on: payload.decidedOn, by: actor.id, grounds: payload.grounds },
});

function withdrawn(
  clawback: Clawback,
  { actor, payload }: RecordedAs<'ClawbackWithdrawn'>,
  claim: ClaimRecord | undefined,
): Clawback {
  const letGo = actor.role !== 'SYSTEM' && wasHeard(clawback, claim, payload.withdrawnOn);
  const withdrawal = { on: payload.withdrawnOn, code: payload.code, ...byPerson(actor) };
  return { ...clawback, state: 'WITHDRAWN', letGo, withdrawal, ...runOf(claim) };
}

function settled(clawback: Clawback, { actor, payload }: RecordedAs<'ClawbackSettled'>): Clawback {
  const settlements = [...clawback.settlements, { ...payload, ...byPerson(actor) }];
  if (payload.method === 'WRITE_OFF')
    return { ...clawback, settlements, writtenOffCents: clawback.writtenOffCents + payload.cents };
  return { ...clawback, settlements, recoveredCents: clawback.recoveredCents + payload.cents };
}

const byPerson = ({ role, id }: ClawbackEvent['actor']): { readonly by?: string } =>
  role === 'SYSTEM' ? {} : { by: id };

/** Those whose word it was: not the provider that was heard, nor finance that took the money in. */
function withPerson({ people }: Clawback, { type, actor, payload }: ClawbackEvent): readonly string[] {
  const writesOff = 'method' in payload && payload.method === 'WRITE_OFF';
  const decides = type === 'ClawbackDecided' || type === 'ClawbackWithdrawn' || writesOff;
  return decides && actor.role !== 'SYSTEM' ? [...people, actor.id] : people;
}

/** Last day on which the provider may be heard: from the letter, or running on from an earlier one. Undefined: not told yet. */
export function hearingUntil(
  { proposalId, hearingUntilOn }: Clawback,
  claim: ClaimRecord | undefined,
): string | undefined {
  const notice = claim?.notices.find(
    ({ payload }) => payload.kind === 'CLAWBACK_PROPOSED' && payload.subjectEventId === proposalId,
  );
  return notice?.payload.termUntilOn ?? hearingUntilOn;
}

/** Whether the provider spoke, or its term for that is over. */
export function wasHeard(clawback: Clawback, claim: ClaimRecord | undefined, day: string): boolean {
  const until = hearingUntil(clawback, claim);
  return clawback.heard || (until !== undefined && until < day);
}

export const ofClaim = <T extends { readonly claimId: string }>(all: readonly T[], claimId: string): readonly T[] =>
  all.filter((one) => one.claimId === claimId);

export const recoveredCents = (clawbacks: readonly Clawback[], claimId: string): number =>
  ofClaim(clawbacks, claimId).reduce((sum, clawback) => sum + clawback.recoveredCents, 0);

export const writtenOffCents = (clawbacks: readonly Clawback[], claimId: string): number =>
  ofClaim(clawbacks, claimId).reduce((sum, clawback) => sum + clawback.writtenOffCents, 0);

/** What a decided clawback still asks for. */
export const outstandingCents = (clawback: Clawback): number =>
  clawback.state === 'DECIDED' ? clawback.decidedCents - clawback.recoveredCents - clawback.writtenOffCents : 0;

/** Whether money is asked back, or was and has not all come: nothing of it is over. */
export const isOpenClawback = (clawback: Clawback): boolean =>
  clawback.state === 'PROPOSED' || outstandingCents(clawback) > 0;

/** Where it stands: decided, it is settled once nothing is outstanding. */
export const clawbackStateOf = (clawback: Clawback): Clawback['state'] | 'SETTLED' =>
  clawback.state === 'DECIDED' && !isOpenClawback(clawback) ? 'SETTLED' : clawback.state;

/** Decided, and no letter told the provider: for it there is a proposal. */
export const isDecisionUntold = ({ state, decision }: Clawback, claim: ClaimRecord): boolean =>
  state === 'DECIDED' && decision !== undefined && !isTold(claim, decision.eventId);
