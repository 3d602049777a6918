import { accept, refuse } from '../../decider.js';
import { textOf } from '../../values/calendar-date.js';
import type { ClaimCommand, FileAsking, FileDecision } from '../asking.js';
import { inRun, type ClaimRecord } from '../claim/claim.js';
import { standingOf } from '../claim/claim-state.js';
import { ofClaim } from '../clawback/clawbacks.js';
import type { ClientFile } from '../client-file.js';
import type { RecordedAs } from '../events.js';
import { partyOf, type Objection } from './objections.js';

type Notice = RecordedAs<'DecisionNotified'>['payload'];

/** Against these a party may object; a request and a proposal decide nothing yet, and a decision on objection goes to the court. */
const OBJECTABLE: ReadonlySet<Notice['kind']> = new Set(['REJECTED', 'REDUCED', 'EXPIRED', 'CLAWBACK_DECIDED']);

/**
 * Bezwaar against a decision that was made known. A late one is recorded as late: whether it is admissible is decided, not assumed.
 * A second party's is added to the one that is open.
 */
export function fileObjection(
  file: ClientFile,
  command: ClaimCommand<'FileObjection'>,
  asking: FileAsking,
): FileDecision {
  const { claim, claimId, subjectEventId, groundsCommitment } = command;
  const { state, beneath } = standingOf(file, claim, asking);
  const ended = beneath === 'WITHDRAWN' || beneath === 'CLOSED';
  const notice = ended ? undefined : noticeOf(claim, subjectEventId);
  if (notice === undefined) return refuse('STATE_FORBIDS', { state });
  const by = partyOf(asking.actor);
  const about = ofClaim(file.objections, claimId).filter((one) => one.subjectEventId === notice.subjectEventId);
  const own = about.find(({ parties }) => parties.includes(by));
  if (own?.objectionId === command.objectionId) return accept();
  if (own !== undefined) return refuse('STATE_FORBIDS', { state }); // One per party and notified decision.
  const objectionId = about.find(isOpen)?.objectionId ?? command.objectionId;
  if (file.objections.some((one) => one.objectionId === objectionId && !about.includes(one)))
    return refuse('ID_REUSED', { field: 'objectionId' });
  const filedOn = textOf(asking.today);
  const late = notice.termUntilOn !== undefined && filedOn > notice.termUntilOn;
  return accept({
    type: 'ObjectionFiled',
    payload: {
      claimId,
      objectionId,
      by,
      subjectEventId: notice.subjectEventId,
      filedOn,
      late,
      ...(groundsCommitment === undefined ? {} : { groundsCommitment }),
    },
  });
}

const isOpen = ({ state }: Objection): boolean => state === 'OPEN';

/** The letter that made this decision known, by whichever of its equal determinations it is called. */
function noticeOf(claim: ClaimRecord, subjectEventId: string): Notice | undefined {
  const objectable = claim.notices.map(({ payload }) => payload).filter(({ kind }) => OBJECTABLE.has(kind));
  return (
    objectable.findLast((notice) => notice.subjectEventId === subjectEventId) ??
    objectable.findLast((notice) => inRun(claim, subjectEventId) && inRun(claim, notice.subjectEventId))
  );
}
