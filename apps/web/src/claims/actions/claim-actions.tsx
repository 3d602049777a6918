import { useState } from 'react';
import { Link } from 'react-router';
import type { RecordedFact } from '../../parts/facts/facts-table.js';
import type { Role } from '../../shell/session/session.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useClaimsTexts } from '../claims-texts.js';
import { isRefused } from '../refusal.js';
import { ApproveDialog } from './approve-dialog.js';
import { EvidenceDialog } from './evidence-dialog.js';
import { RefuseDialog } from './refuse-dialog.js';
import { ReviewDialog } from './review-dialog.js';
import type { SeenClaim } from './seen-claim.js';

interface Props {
  readonly current: SeenClaim;
  readonly events: readonly RecordedFact[];
  readonly contested: boolean;
}

type Action = 'approve' | 'refuse' | 'review' | 'evidence';

/** What each role can do with a claim in this state; whether somebody may is the server's to decide. */
function actionsFor(claim: SeenClaim['claim'], roles: readonly Role[]): readonly Action[] {
  const { state } = claim;
  const isOfficer = roles.includes('OFFICER');
  if (state === 'ELIGIBLE') return isOfficer ? ['approve', 'refuse'] : [];
  if (state === 'APPROVED_1') return roles.includes('APPROVER2') ? ['approve', 'refuse'] : isOfficer ? ['refuse'] : [];
  if (state === 'APPROVED') return isOfficer ? ['refuse'] : [];
  // There is no evidence to ask for where only a refusal is open; what was paid before it can be refused a second amount.
  if (isRefused(claim)) return isOfficer && (state === 'IN_REVIEW' || state === 'PAID') ? ['review'] : [];
  return state === 'IN_REVIEW' && isOfficer ? ['review', 'evidence'] : [];
}

/** The buttons of a claim, and the dialog of the one pressed. */
export function ClaimActions({ current, events, contested }: Props) {
  const texts = useClaimsTexts();
  const { roles } = useSignedIn();
  const [chosen, setChosen] = useState<Action | undefined>();
  const actions = actionsFor(current.claim, roles);
  const close = (): void => setChosen(undefined);
  const dossierRef = current.claim.claimId.split('.')[0];
  return (
    <div className="buttons">
      {actions.map((action, index) => (
        <button key={action} type="button" className={index === 0 ? 'primary' : ''} onClick={() => setChosen(action)}>
          {texts.actions[action]}
        </button>
      ))}
      {contested && (
        <Link className="button-link" to={`/declaraties/samen/${dossierRef}`}>
          {texts.rivals}
        </Link>
      )}
      {chosen === 'approve' && <ApproveDialog current={current} events={events} onClose={close} />}
      {chosen === 'refuse' && <RefuseDialog current={current} onClose={close} />}
      {chosen === 'review' && <ReviewDialog current={current} onClose={close} />}
      {chosen === 'evidence' && <EvidenceDialog claim={current.claim} onClose={close} />}
    </div>
  );
}
