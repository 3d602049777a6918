import { ChoiceField } from '../../parts/form/choice-field.js';
import { DayInput } from '../../parts/form/day-input.js';
import { Field } from '../../parts/form/field.js';
import { FileInput } from '../../parts/form/file-input.js';
import { useFilesTexts } from '../files-texts.js';
import { sha256Of } from '../../parts/evidence/sha256.js';
import { useTyping } from '../../parts/schema/typing.js';

/** What somebody chose, for the form to keep when it is sent. */
export interface EvidenceProps {
  readonly onFile: (file: File | undefined) => void;
}

/** A document that proves the fact. Its fingerprint is made here, to be recorded with it. */
export function EvidenceFields({ onFile }: EvidenceProps) {
  const texts = useFilesTexts();
  const { typed, type, within = '' } = useTyping();
  const has = (typed['evidence/sha256'] ?? '') !== '';
  const take = async (file: File | undefined): Promise<void> => {
    onFile(file);
    type('evidence/sha256', file === undefined ? '' : await sha256Of(file));
    type('evidence/id', file === undefined ? '' : crypto.randomUUID());
  };
  return (
    <>
      <Field pointer={`${within}/evidence`} label={texts.evidence} hint={texts.evidenceHint} optional>
        {(input) => <FileInput {...input} onFiles={([file]) => void take(file)} />}
      </Field>
      {has && (
        <>
          <ChoiceField
            pointer={`${within}/evidence/0/kind`}
            label={texts.evidenceKind}
            required
            none={texts.choose}
            options={Object.entries(texts.evidenceKinds)}
            value={typed['evidence/kind'] ?? ''}
            onChange={(code) => type('evidence/kind', code)}
          />
          <Field pointer={`${within}/evidence/0/obtainedOn`} label={texts.obtainedOn} optional>
            {(input) => (
              <DayInput
                {...input}
                value={typed['evidence/obtainedOn'] ?? ''}
                onDay={(day) => type('evidence/obtainedOn', day)}
              />
            )}
          </Field>
        </>
      )}
    </>
  );
}
