import { useNavigate } from 'react-router';
import { useFactsTexts, wordFor } from '../../parts/facts/facts-texts.js';
import type { Contract } from '../../parts/schema/contract.js';
import { fieldsOf } from '../../parts/schema/schema-fields.js';
import { SchemaForm } from '../../parts/schema/schema-form.js';
import { bodyOf } from '../../parts/schema/typed-values.js';
import { useTyped } from '../../parts/schema/typing.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useFilesTexts } from '../files-texts.js';
import { ORIGIN } from './kinds.js';
import { originBody, usualOrigin } from './origin.js';
import { OriginFields } from './origin-fields.js';
import { useEvidence } from './use-evidence.js';
import { useKnown } from './use-known.js';
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
  const fields = fieldsOf(contract, `Fact${type}`, ORIGIN);
  const typing = useTyped(usualOrigin(roles));
  const known = useKnown(dossierRef);
  const kept = useWords(dossierRef);
  const proof = useEvidence(dossierRef);
  const { send, pending, problem } = useRecording('/dossiers/{dossierRef}/feiten');
  const record = async (): Promise<void> => {
    const said = await kept.keep({ type, ...bodyOf(fields, typing.typed), ...originBody(typing.typed) });
    const body = said && (await proof.keep(said));
    if (body === undefined) return;
    const answer = await send({ path: { dossierRef }, body: body as Schema<'Fact'> });
    if (answer === undefined) return;
    announce(answer.data.receipt === undefined ? texts.heardBefore : texts.recordDone(wordFor(words.types, type)));
    void navigate(`/dossiers/${dossierRef}`);
  };
  return (
    <SchemaForm
      fields={fields}
      typing={{ ...typing, known, hints: texts.formHints }}
      problem={kept.problem ?? proof.problem ?? problem}
      pending={pending || kept.pending || proof.pending}
      submit={texts.record}
      onSubmit={() => void record()}
    >
      <OriginFields onFile={proof.choose} />
    </SchemaForm>
  );
}
