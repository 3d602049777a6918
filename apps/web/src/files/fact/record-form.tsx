import { useNavigate } from 'react-router';
import { useFactsTexts, wordFor } from '../../parts/facts/facts-texts.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useSignedIn } from '../../shell/session/session.js';
import { useFilesTexts } from '../files-texts.js';
import type { Contract } from './schema/contract.js';
import { FactForm } from './fact-form.js';
import { originBody, usualOrigin } from './schema/origin.js';
import { fieldsOf } from './schema/schema-fields.js';
import { bodyOf } from './schema/typed-fact.js';
import { useKnown } from './use-known.js';
import { useTyped } from './inputs/use-typed.js';
import { useWords } from './use-words.js';

interface Props {
  readonly contract: Contract;
  readonly dossierRef: string;
  readonly type: string;
}

/** The form of a new fact; done, the file shows what became of it. */
export function RecordForm({ contract, dossierRef, type }: Props) {
  const texts = useFilesTexts();
  const words = useFactsTexts();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const { roles } = useSignedIn();
  const fields = fieldsOf(contract, type);
  const typing = useTyped(usualOrigin(roles));
  const known = useKnown(dossierRef);
  const kept = useWords(dossierRef);
  const { send, pending, problem } = useRecording('/v1/dossiers/{dossierRef}/feiten');
  const record = async (): Promise<void> => {
    const body = await kept.keep({ type, ...bodyOf(fields, typing.typed), ...originBody(typing.typed) });
    if (body === undefined) return;
    const answer = await send({ path: { dossierRef }, body: body as Schema<'Fact'> });
    if (answer === undefined) return;
    announce(answer.data.receipt === undefined ? texts.heardBefore : texts.recordDone(wordFor(words.types, type)));
    void navigate(`/dossiers/${dossierRef}`);
  };
  return (
    <FactForm
      fields={fields}
      typing={{ ...typing, known, within: '' }}
      problem={kept.problem ?? problem}
      pending={pending || kept.pending}
      submit={texts.record}
      onSubmit={() => void record()}
    />
  );
}
