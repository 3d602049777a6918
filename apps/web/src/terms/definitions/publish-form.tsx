import { useState } from 'react';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { Field } from '../../parts/form/field.js';
import { centsFrom } from '../../shell/language/format.js';
import { TermForm } from '../term-form.js';
import { useTermsTexts } from '../terms-texts.js';
import { CasesDiffer } from './cases-differ.js';
import { GoldenCases } from './golden-cases.js';

interface Props {
  /** Absent for a set that is new. */
  readonly definitionId?: string;
  /** The version to begin with. */
  readonly last?: Readonly<Record<string, unknown>>;
  readonly onPublished: (definitionId: string) => void;
}

const NONE: Readonly<Record<string, unknown>> = {};

/** What is asked for a version: the council's decision and words, the norms, and the cases that guard them. */
export function PublishForm({ definitionId, last = NONE, onPublished }: Props) {
  const texts = useTermsTexts();
  const [named, setNamed] = useState('');
  const [files, setFiles] = useState<readonly string[]>([]);
  const [tariff, setTariff] = useState('');
  const { send, pending, problem } = useRecording('/normenkaders/{definitionId}/versies');
  const version = typeof last['version'] === 'number' ? last['version'] + 1 : 1;
  const id = definitionId ?? named;
  const publish = async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    const tariffCents = centsFrom(tariff);
    const cases = { files: [...files], ...(tariffCents !== undefined && { tariffCents }) };
    const whole = { ...body, ...(files.length > 0 && { goldenCases: cases }) };
    const answer = await send({ path: { definitionId: id }, body: whole as Schema<'PublishDefinition'> });
    if (answer !== undefined) onPublished(id);
  };
  return (
    <>
      <CasesDiffer problem={problem} />
      <TermForm
        schema="PublishDefinition"
        apart={['source', 'goldenCases']}
        begin={{ parameters: last['parameters'], text: last['text'], version }}
        labels={{ ...texts.labels, text: texts.text, decisionRef: texts.decision, parameters: texts.norms }}
        hints={texts.hints}
        pending={pending}
        problem={problem}
        submit={texts.publish}
        onRecord={(body) => void publish(body)}
        before={
          definitionId === undefined && (
            <Field pointer="/definitionId" label={texts.definition} hint={texts.nameHint}>
              {(input) => (
                <input
                  {...input}
                  type="text"
                  required
                  pattern="[A-Za-z0-9][A-Za-z0-9_.\-]{0,39}"
                  value={named}
                  onChange={({ target }) => setNamed(target.value)}
                />
              )}
            </Field>
          )
        }
      >
        <GoldenCases files={files} onFiles={setFiles} tariff={tariff} onTariff={setTariff} />
      </TermForm>
    </>
  );
}
