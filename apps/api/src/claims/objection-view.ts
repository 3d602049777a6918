import { inBothLanguages, type Objection } from '@uitkomst/contracts';
import {
  actedOn,
  decisionTerm,
  filingBy,
  settable,
  toldState,
  wordsOf,
  type ClaimRecord,
  type Objection as ObjectionRecord,
  type Party,
} from '@uitkomst/domain';
import { staffReasons, type Looking } from '../shell/claim-view.js';

/** An objection with everything its handler decides on. */
export const staffObjection = (objection: ObjectionRecord, looking: Looking): Objection => ({
  ...shownOf(objection),
  ...(objection.state === 'OPEN' && { toDecide: toDecide(looking) }),
  parties: [...objection.parties],
  ...(objection.decision && {
    decidedBy: objection.decision.by,
    grounds: objection.decision.grounds,
    setAside: objection.setAside.map(({ code }) => code),
  }),
});

/** What can be decided and by whom, so that nobody chooses what will be refused. */
function toDecide({ file, claim, subject }: Looking): NonNullable<Objection['toDecide']> {
  const possible = settable(claim);
  const decision = claim.determination?.payload;
  return {
    reasons: decision === undefined ? [] : staffReasons(decision).filter(({ code }) => possible.has(code)),
    involved: actedOn(file, claim).has(subject),
  };
}

/** What a party can see change of its own objection: the ETag of that view tells of no other party, nor of an answer not yet told. */
export function ownObjectionChanges(objection: ObjectionRecord, party: Party, claim: ClaimRecord): number {
  const state = toldState(objection, party, claim);
  return state === undefined || state === 'OPEN' ? 1 : 2;
}

/** Through the eyes of who filed it: its own, not who else objects or since when, nor a decision that no letter told of. */
export function ownObjection(objection: ObjectionRecord, party: Party, claim: ClaimRecord): Objection | undefined {
  const own = filingBy(objection, party);
  const state = toldState(objection, party, claim);
  if (own === undefined || state === undefined) return undefined;
  const { decision, ...rest } = objection;
  const isTold = decision !== undefined && state === objection.state;
  const { filedOn, late, isWithdrawn } = own;
  return {
    ...shownOf({ ...rest, state, filedOn, late, ...(isTold && { decision }) }),
    parties: isWithdrawn === true ? [] : [party],
  };
}

function shownOf(objection: ObjectionRecord): Omit<Objection, 'parties'> {
  const { objectionId, claimId, subjectEventId, state, filedOn, late, decision } = objection;
  const upheld = state === 'UPHELD' || state === 'PARTLY';
  const codes = [...(late ? ['OBJECTION_LATE'] : []), ...(upheld ? ['OBJECTION_UPHELD'] : [])];
  return {
    objectionId,
    claimId,
    subjectEventId,
    state,
    information: codes.map((code) => ({
      code,
      kind: 'INFO',
      text: inBothLanguages((language) => wordsOf(code, language)),
    })),
    filedOn,
    late,
    ...decisionTerm(objection),
    ...(decision !== undefined && { decidedOn: decision.on, decisionId: decision.eventId }),
  };
}
