import type { Actor } from '../../event.js';
import type { EventId } from '../../values/ids.js';
import { isTold, type ClaimRecord } from '../claim/claim.js';
import type { RecordedAs } from '../events.js';

/** A code set aside by an upheld objection, with the rule's answer then: it lapses when what the rule read changes. */
export interface SetAside {
  readonly code: string;
  readonly rule?: string;
  readonly evidence?: readonly string[];
}

/** Who may object: the provider whose claim it is, and the client as to its own data. */
export type Party = RecordedAs<'ObjectionFiled'>['payload']['by'];

/** One party's own objection: another's may be in time where this one is late, and stay where this one goes. */
export interface Filing {
  readonly by: Party;
  readonly filedOn: string;
  readonly late: boolean;
  readonly isWithdrawn?: true;
}

/** Objections against one notified decision, handled as one: a second party's is added to the open one. */
export interface Objection {
  readonly objectionId: string;
  readonly claimId: string;
  /** Of whoever ever filed, whether or not it was taken back. */
  readonly filings: readonly Filing[];
  /** Whose objection stands. */
  readonly parties: readonly Party[];
  readonly subjectEventId: string;
  /** The first that stands. */
  readonly filedOn: string;
  /** Each that stands came too late. */
  readonly late: boolean;
  /** Last day on which an objection was in time. */
  readonly termUntilOn?: string;
  readonly state: 'OPEN' | 'WITHDRAWN' | 'UPHELD' | 'PARTLY' | 'DISMISSED' | 'INADMISSIBLE';
  readonly setAside: readonly SetAside[];
  readonly decision?: { readonly eventId: EventId; readonly on: string; readonly by: string; readonly grounds: string };
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
        ? change(({ filings }) => standing([...filings.filter(({ by }) => by !== event.payload.by), filingOf(event)]))
        : [...objections, filed(event, claim)];
    case 'ObjectionWithdrawn':
      return change((one) => withoutParty(one, partyOf(event.actor)));
    case 'ObjectionDecided':
      return change(() => ({
        state: event.payload.outcome,
        decision: decisionOf(event),
        setAside: event.payload.setAside.flatMap((code) => pinned(code, claim)),
      }));
    default:
      return event satisfies never;
  }
}

function filed(event: RecordedAs<'ObjectionFiled'>, claim: ClaimRecord | undefined): Objection {
  const { objectionId, claimId, subjectEventId } = event.payload;
  const notice = claim?.notices.find((one) => one.payload.subjectEventId === subjectEventId);
  const termUntilOn = notice?.payload.termUntilOn;
  return {
    objectionId,
    claimId,
    subjectEventId,
    ...standing([filingOf(event)]),
    state: 'OPEN',
    setAside: [],
    ...(termUntilOn === undefined ? {} : { termUntilOn }),
    changes: 1,
  };
}

const decisionOf = ({ id, payload, actor }: RecordedAs<'ObjectionDecided'>): NonNullable<Objection['decision']> => ({
  eventId: id,
  on: payload.decidedOn,
  by: actor.id,
  grounds: payload.grounds,
});

const filingOf = ({ payload: { by, filedOn, late } }: RecordedAs<'ObjectionFiled'>): Filing => ({ by, filedOn, late });

/** When it was filed and whether too late, by those that stand; where none does, by all there were. */
function standing(filings: readonly Filing[]): Pick<Objection, 'filings' | 'parties' | 'filedOn' | 'late'> {
  const left = filings.filter(({ isWithdrawn }) => isWithdrawn !== true);
  const counted = left.length === 0 ? filings : left;
  return {
    filings,
    parties: left.map(({ by }) => by),
    filedOn: counted.map(({ filedOn }) => filedOn).toSorted()[0] ?? '',
    late: counted.every(({ late }) => late),
  };
}

/** It ends when the last of its parties goes. */
function withoutParty({ filings }: Objection, gone: Party): Partial<Objection> {
  const left = standing(filings.map((one) => (one.by === gone ? { ...one, isWithdrawn: true } : one)));
  return left.parties.length === 0 ? { ...left, state: 'WITHDRAWN' } : left;
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

/** As whom somebody objects: a provider's claim is its own, and a client's data are. */
export const partyOf = ({ role }: Pick<Actor, 'role'>): Party => (role === 'CLIENT' ? 'CLIENT' : 'PROVIDER');

/** What a party filed itself, taken back or not. */
export const filingBy = ({ filings }: Pick<Objection, 'filings'>, party: Party): Filing | undefined =>
  filings.find(({ by }) => by === party);

/** Where its own objection stands for a party, which a letter tells of the decision; undefined where it never filed. */
export function toldState(
  objection: Objection,
  party: Party,
  claim: Pick<ClaimRecord, 'notices'>,
): Objection['state'] | undefined {
  const own = filingBy(objection, party);
  if (own === undefined) return undefined;
  if (own.isWithdrawn === true) return 'WITHDRAWN';
  const { decision, state } = objection;
  return decision === undefined || isTold(claim, decision.eventId) ? state : 'OPEN';
}

/** Upheld, wholly or in part. */
export const isUpheld = ({ state }: Objection): boolean => state === 'UPHELD' || state === 'PARTLY';
