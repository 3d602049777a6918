import { inBothLanguages, type Objection } from '@uitkomst/contracts';
import {
  actedOn,
  decisionTerm,
  settable,
  wordsOf,
  type ClaimRecord,
  type ClientFile,
  type Objection as ObjectionRecord,
  type Party,
} from '@uitkomst/domain';
import { staffReasons } from '../shell/claim-view.js';

/** Who looks at an objection, and what it is about. */
interface Looking {
  readonly file: ClientFile;
  readonly claim: ClaimRecord;
  readonly subject: string;
}

/** An objection with everything its handler decides on. */
export const staffObjection = (objection: ObjectionRecord, looking: Looking): Objection => ({
  ...shownOf(objection),
  ...(objection.state === 'OPEN' && { toDecide: toDecide(looking) }),
  parties: [...objection.parties],
  ...(objection.decision && { setAside: objection.setAside.map(({ code }) => code) }),
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

/** Through the eyes of who filed it: not who else objects, nor a decision that no letter told of. */
export function ownObjection(objection: ObjectionRecord, party: Party, { notices }: ClaimRecord): Objection {
  const { decision, parties } = objection;
  const told = decision && notices.some(({ payload }) => payload.subjectEventId === decision.eventId);
  const own = { parties: parties.filter((one) => one === party) };
  if (decision === undefined || told === true) return { ...shownOf(objection), ...own };
  const { decision: _untold, ...undecided } = objection;
  return { ...shownOf({ ...undecided, state: 'OPEN' }), ...own };
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
