import type { EventId } from '../../values/ids.js';
import type { ClaimRecord } from '../claim/claim.js';
import type { RecordedAs } from '../events.js';

/** A code set aside by an upheld objection, with the rule's answer then: it lapses when what the rule read changes. */
export interface SetAside {
  readonly code: string;
  readonly rule?: string;
  readonly evidence?: readonly string[];
}

/** Who may object: the provider whose claim it is, and the client as to its own data. */
export type Party = RecordedAs<'ObjectionFiled'>['payload']['by'];

/** Objections against one notified decision, handled as one: a second party's is added to the open one. */
export interface Objection {
  readonly objectionId: string;
  readonly claimId: string;
  /** Who filed first. */
  readonly by: Party;
  /** Whose objection stands. */
  readonly parties: readonly Party[];
  readonly subjectEventId: string;
  readonly filedOn: string;
  readonly late: boolean;
  /** Last day on which an objection was in time. */
  readonly termUntilOn?: string;
  readonly state: 'OPEN' | 'WITHDRAWN' | 'UPHELD' | 'PARTLY' | 'DISMISSED' | 'INADMISSIBLE';
  readonly setAside: readonly SetAside[];
  readonly decision?: { readonly eventId: EventId; readonly on: string; readonly by: string };
  /** Count of its own events: what `ifMatch` is compared with. */
  readonly changes: number;
}

type ObjectionEvent = RecordedAs<'ObjectionFiled'> | RecordedAs<'ObjectionWithdrawn'> | RecordedAs<'ObjectionDecided'>;

/** `claim` is the claim it is about, with what its determination now says, rule by rule. */
export function evolveObjections(
  objections: readonly Objection[],
  event: ObjectionEvent,
  claim: ClaimRecord | undefined,
): readonly Objection[] {
  const change = (to: (one: Objection) => Partial<Objection>): readonly Objection[] =>
    objections.map((one) =>
      one.objectionId === event.payload.objectionId ? { ...one, ...to(one), changes: one.changes + 1 } : one,
    );
  switch (event.type) {
    case 'ObjectionFiled':
      return objections.some((one) => one.objectionId === event.payload.objectionId)
        ? change(({ parties, late }) => ({
            parties: [...new Set([...parties, event.payload.by])],
            late: late && event.payload.late,
          }))
        : [...objections, filed(event, claim)];
    case 'ObjectionWithdrawn':
      return change((one) => withoutParty(one, event.actor.role === 'CLIENT' ? 'CLIENT' : 'PROVIDER'));
    case 'ObjectionDecided':
      return change(() => ({
        state: event.payload.outcome,
        decision: { eventId: event.id, on: event.payload.decidedOn, by: event.actor.id },
        setAside: event.payload.setAside.flatMap((code) => pinned(code, claim)),
      }));
    default:
      return event satisfies never;
  }
}

function filed({ payload }: RecordedAs<'ObjectionFiled'>, claim: ClaimRecord | undefined): Objection {
  const { objectionId, claimId, by, subjectEventId, filedOn, late } = payload;
  const notice = claim?.notices.find((one) => one.payload.subjectEventId === subjectEventId);
  const termUntilOn = notice?.payload.termUntilOn;
  return {
    objectionId,
    claimId,
    by,
    parties: [by],
    subjectEventId,
    filedOn,
    late,
    state: 'OPEN',
    setAside: [],
    ...(termUntilOn === undefined ? {} : { termUntilOn }),
    changes: 1,
  };
}

/** It ends when the last of its parties goes. */
function withoutParty({ parties }: Objection, gone: Party): Partial<Objection> {
  const left = parties.filter((party) => party !== gone);
  return left.length === 0 ? { parties: left, state: 'WITHDRAWN' } : { parties: left };
}

/** What the rule itself rests on: an officer's review that failed the code is named beside that. */
function pinned(code: string, claim: ClaimRecord | undefined): readonly SetAside[] {
  const reviews = new Set(claim?.reviews.map(({ id }) => id));
  const rules = claim?.determination?.payload.rules ?? [];
  const answers = rules.filter((rule) => rule.code === code && rule.result !== 'INFO');
  if (answers.length === 0) return [{ code }];
  return answers.map(({ rule, evidence = [] }) => ({
    code,
    rule,
    evidence: evidence.filter((id) => !reviews.has(id)),
  }));
}

/** Upheld, wholly or in part. */
export const isUpheld = ({ state }: Objection): boolean => state === 'UPHELD' || state === 'PARTLY';
