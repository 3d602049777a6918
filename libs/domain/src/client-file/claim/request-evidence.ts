import { accept, refuse } from '../../decider.js';
import { addDuration, textOf } from '../../values/calendar-date.js';
import type { ClaimCommand, FileAsking, FileDecision } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import { completionTermOf } from '../determination/completion-term.js';
import { inRun } from './claim.js';
import { standingOf } from './claim-state.js';
import { isLetterTaken } from './notice-subjects.js';

/** Verzoek om bewijs for what an officer has still to judge; only after its term may the want of it count against the provider. */
export function requestEvidence(
  file: ClientFile,
  { claim, claimId, letterId }: ClaimCommand<'RequestEvidence'>,
  asking: FileAsking,
): FileDecision {
  const { determination, notices } = claim;
  const { state } = standingOf(file, claim, asking);
  if (determination?.payload.outcome !== 'REVIEW' || (state !== 'IN_REVIEW' && state !== 'PAID'))
    return refuse('STATE_FORBIDS', { state });
  if (notices.some(({ payload }) => payload.kind === 'REVIEW' && inRun(claim, payload.subjectEventId))) return accept();
  if (isLetterTaken(claim, letterId)) return refuse('ID_REUSED', { field: 'letterId' });
  const term = completionTermOf(asking.terms, determination.payload.definition);
  return accept({
    type: 'DecisionNotified',
    payload: {
      claimId,
      kind: 'REVIEW',
      subjectEventId: determination.id,
      letterId,
      notifiedOn: textOf(asking.today),
      termUntilOn: textOf(addDuration(asking.today, term)),
    },
  });
}
