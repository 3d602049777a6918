import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useFactsTexts, wordFor } from '../../parts/facts/facts-texts.js';
import type { Contract } from '../../parts/schema/contract.js';
import { fieldsOf } from '../../parts/schema/schema-fields.js';
import { SchemaForm } from '../../parts/schema/schema-form.js';
import { bodyOf, typedOf } from '../../parts/schema/typed-values.js';
import { useTyped } from '../../parts/schema/typing.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useFilesTexts } from '../files-texts.js';
import { ORIGIN } from './kinds.js';
import { originBody, originOf } from './origin.js';
import { OriginFields } from './origin-fields.js';
import { ReasonField, type Reason } from './reason-field.js';
import { useEvidence } from './use-evidence.js';
import { useKnown } from './use-known.js';
import { useWords } from './use-words.js';

interface Props {
  readonly contract: Contract;
  readonly dossierRef: string;
  readonly fact: Schema<'TimelineEvent'>;
}

const PATH = '/dossiers/{dossierRef}/feiten/{eventId}/correcties';

/** The fact as it was recorded, to be made right; its evidence stays with it. */
export function CorrectForm({ contract, dossierRef, fact: { eventId, type, fields: recorded } }: Props) {
  const texts = useFilesTexts();
  const words = useFactsTexts();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const [reason, setReason] = useState<Reason | ''>('');
  const fields = fieldsOf(contract, `Fact${type}`, ORIGIN);
  const typing = useTyped({ ...originOf(recorded), ...typedOf(fields, recorded) });
  const known = useKnown(dossierRef);
  const kept = useWords(dossierRef);
  const proof = useEvidence(dossierRef);
  const { send, pending, problem } = useRecording(PATH);
  const evidence = Array.isArray(recorded['evidence']) ? recorded['evidence'] : [];
  const correct = async (): Promise<void> => {
    if (reason === '') return;
    const said = await kept.keep({ type, ...bodyOf(fields, typing.typed), ...originBody(typing.typed, evidence) });
    const fact = said && (await proof.keep(said));
    if (fact === undefined) return;
    const answer = await send({
      path: { dossierRef, eventId },
      body: { reason, fact: fact as Schema<'Fact'> },
    });
    if (answer === undefined) return;
    announce(texts.correctDone(wordFor(words.types, type)));
    void navigate(`/dossiers/${dossierRef}`);
  };
  return (
    <>
      <p>{texts.correctExplained}</p>
      <SchemaForm
        fields={fields}
        typing={{ ...typing, known, within: '/fact', hints: texts.formHints }}
        problem={kept.problem ?? proof.problem ?? problem}
        pending={pending || kept.pending || proof.pending}
        submit={texts.correct}
        onSubmit={() => void correct()}
        before={<ReasonField label={texts.correctReason} value={reason} onChange={setReason} />}
      >
        <OriginFields onFile={proof.choose} />
      </SchemaForm>
    </>
  );
}
