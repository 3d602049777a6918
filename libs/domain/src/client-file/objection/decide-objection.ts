import { maySetAside } from '../../assessment/set-aside.js';
import { accept, refuse } from '../../decider.js';
import { textOf } from '../../values/calendar-date.js';
import type { FileAsking, FileDecision, ObjectionCommand } from '../asking.js';
import type { ClaimRecord } from '../claim/claim.js';
import { standingOf } from '../claim/claim-state.js';
import type { ClientFile } from '../client-file.js';
import { actedOn } from './acted-on.js';

/**
 * Beslissing op bezwaar by somebody uninvolved. Upheld, wholly or in part, it names the codes set aside, and the claim is decided again
 * in the same append; dismissed, the claim is where it now is.
 */
export function decideObjection(
  file: ClientFile,
  command: ObjectionCommand<'DecideObjection'>,
  asking: FileAsking,
): FileDecision {
  const { claim, objection, outcome, setAside, grounds } = command;
  const { state } = standingOf(file, claim, asking);
  if (objection.state !== 'OPEN') return refuse('STATE_FORBIDS', { state });
  if (actedOn(file, claim).has(asking.actor.id)) return refuse('SEPARATION_OF_DUTIES');
  const upholds = outcome === 'UPHELD' || outcome === 'PARTLY';
  const possible = settable(claim);
  const wrong = setAside.find((code) => !upholds || !possible.has(code));
  if (wrong !== undefined) return refuse('CODE_NOT_RESOLVABLE', { code: wrong });
  // Where nothing can be set aside, upholding says that the facts are to be corrected.
  if (upholds && setAside.length === 0 && possible.size > 0) return refuse('CODE_NOT_RESOLVABLE');
  const { claimId, objectionId } = objection;
  const decidedOn = textOf(asking.today);
  return accept({
    type: 'ObjectionDecided',
    payload: { claimId, objectionId, outcome, decidedOn, setAside: [...setAside], grounds },
  });
}

/** The codes of the current decision that an objection can put out of the way. */
export function settable({ determination }: ClaimRecord): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { rule, result, code } of determination?.payload.rules ?? [])
    if ((result === 'FAIL' || result === 'UNKNOWN') && code !== undefined && maySetAside(rule, code)) codes.add(code);
  return codes;
}
