import { Link } from 'react-router';
import { DialogButton } from '../../parts/dialog/dialog-button.js';
import { useFactsTexts, wordFor } from '../../parts/facts/facts-texts.js';
import type { Schema } from '../../shell/api/client.js';
import type { Role } from '../../shell/session/session.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useFilesTexts } from '../files-texts.js';
import { RetractDialog } from './retract-dialog.js';

interface Props {
  readonly dossierRef: string;
  readonly fact: Schema<'TimelineEvent'>;
}

/** Correcting and retracting, for whoever recorded the fact's kind and for those who mend others' facts. */
export function FactActions({ dossierRef, fact }: Props) {
  const texts = useFilesTexts();
  const words = useFactsTexts();
  const { roles } = useSignedIn();
  const { eventId, type, retracted } = fact;
  if (retracted || type === 'ClientRegistered' || !mayMend(roles, fact.role)) return null;
  const name = wordFor(words.types, type);
  return (
    <div className="row-actions">
      <Link to={`/dossiers/${dossierRef}/feiten/${eventId}/correctie`} aria-label={`${texts.correct}: ${name}`}>
        {texts.correct}
      </Link>
      <DialogButton
        label={texts.retract}
        name={`${texts.retract}: ${name}`}
        dialog={(onClose) => <RetractDialog dossierRef={dossierRef} fact={fact} onClose={onClose} />}
      />
    </div>
  );
}

/** Whom the server lets mend a fact; it decides itself each time. */
const mayMend = (roles: readonly Role[], recordedIn: Role): boolean =>
  roles.some((role) => role === recordedIn || role === 'BENEFITS' || role === 'AUDITOR');
