import { accept, refuse } from '../../decider.js';
import { textOf } from '../../values/calendar-date.js';
import type { FileAsking, FileDecision, ObjectionCommand } from '../asking.js';
import { standingOf } from '../claim/claim-state.js';
import type { ClientFile } from '../client-file.js';
import { filingBy, partyOf } from './objections.js';

/** Intrekking by who filed it; another party's objection against the same decision goes on. */
export function withdrawObjection(
  file: ClientFile,
  { claim, objection }: ObjectionCommand<'WithdrawObjection'>,
  asking: FileAsking,
): FileDecision {
  // It is what was asked for, whatever became of another party's.
  if (filingBy(objection, partyOf(asking.actor))?.isWithdrawn === true) return accept();
  if (objection.state !== 'OPEN') return refuse('STATE_FORBIDS', { state: standingOf(file, claim, asking).state });
  const { claimId, objectionId } = objection;
  return accept({ type: 'ObjectionWithdrawn', payload: { claimId, objectionId, withdrawnOn: textOf(asking.today) } });
}
