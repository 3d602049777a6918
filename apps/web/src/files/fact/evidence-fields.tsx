import { Field } from '../../parts/form/field.js';
import { useFilesTexts } from '../files-texts.js';
import { sha256Of } from './sha256.js';
import { useTyping } from '../../parts/schema/typing.js';

/** A document that proves the fact. Its fingerprint is recorded, made here: the file itself goes nowhere. */
export function EvidenceFields() {
  const texts = useFilesTexts();
  const { typed, type, within = '' } = useTyping();
  const has = (typed['evidence/sha256'] ?? '') !== '';
  const take = async (file: File | undefined): Promise<void> => {
    type('evidence/sha256', file === undefined ? '' : await sha256Of(file));
    type('evidence/id', file === undefined ? '' : crypto.randomUUID());
  };
  return (
    <>
      <Field pointer={`${within}/evidence`} label={texts.evidence} hint={texts.evidenceHint} optional>
        {(input) => <input {...input} type="file" onChange={({ target }) => void take(target.files?.[0])} />}
      </Field>
      {has && (
        <>
          <Field pointer={`${within}/evidence/0/kind`} label={texts.evidenceKind}>
            {(input) => (
              <select
                {...input}
                required
                value={typed['evidence/kind'] ?? ''}
                onChange={({ target }) => type('evidence/kind', target.value)}
              >
                <option value="">{texts.choose}</option>
                {Object.entries(texts.evidenceKinds).map(([kind, word]) => (
                  <option key={kind} value={kind}>
                    {word}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field pointer={`${within}/evidence/0/obtainedOn`} label={texts.obtainedOn} optional>
            {(input) => (
              <input
                {...input}
                type="date"
                value={typed['evidence/obtainedOn'] ?? ''}
                onChange={({ target }) => type('evidence/obtainedOn', target.value)}
              />
            )}
          </Field>
        </>
      )}
    </>
  );
}
