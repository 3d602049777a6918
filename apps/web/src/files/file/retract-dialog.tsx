import { useState } from 'react';
import { FormDialog } from '../../parts/dialog/form-dialog.js';
import { useFactsTexts, wordFor } from '../../parts/facts/facts-texts.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useFilesTexts } from '../files-texts.js';
import { ReasonField, type Reason } from '../fact/reason-field.js';

interface Props {
  readonly dossierRef: string;
  readonly fact: Schema<'TimelineEvent'>;
  readonly onClose: () => void;
}

/** Asks why, and retracts: from then on the fact counts no more. */
export function RetractDialog({ dossierRef, fact: { eventId, type }, onClose }: Props) {
  const texts = useFilesTexts();
  const words = useFactsTexts();
  const announce = useAnnounce();
  const [reason, setReason] = useState<Reason | ''>('');
  const { send, pending, problem } = useRecording('/dossiers/{dossierRef}/feiten/{eventId}/intrekkingen');
  const retract = async (): Promise<void> => {
    if (reason === '') return;
    const answer = await send({ path: { dossierRef, eventId }, body: { reason } });
    if (answer === undefined) return;
    announce(texts.retractDone);
    onClose();
  };
  return (
    <FormDialog
      open
      title={texts.retractTitle(wordFor(words.types, type))}
      submit={texts.retract}
      pending={pending}
      problem={problem}
      onSubmit={() => void retract()}
      onClose={onClose}
    >
      <p>{texts.retractExplained}</p>
      <ReasonField label={texts.reason} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
