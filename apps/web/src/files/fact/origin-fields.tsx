import { ChoiceField } from '../../parts/form/choice-field.js';
import { Field } from '../../parts/form/field.js';
import { useFactsTexts } from '../../parts/facts/facts-texts.js';
import { useFilesTexts } from '../files-texts.js';
import { EvidenceFields, type EvidenceProps } from './evidence-fields.js';
import { useTyping } from '../../parts/schema/typing.js';

/** Where the fact comes from, how certain it is, and what proves it. */
export function OriginFields({ onFile }: EvidenceProps) {
  const texts = useFilesTexts();
  const words = useFactsTexts();
  const { typed, type, within = '' } = useTyping();
  return (
    <fieldset className="group">
      <legend>{texts.originTitle}</legend>
      <ChoiceField
        pointer={`${within}/source/system`}
        label={texts.system}
        options={Object.entries(words.systems)}
        value={typed['source/system'] ?? ''}
        onChange={(code) => type('source/system', code)}
      />
      <Field pointer={`${within}/source/ref`} label={texts.sourceRef} hint={texts.sourceRefHint} optional>
        {(input) => (
          <input
            {...input}
            type="text"
            autoComplete="off"
            pattern="[A-Za-z0-9_.:\/\-]+"
            maxLength={80}
            value={typed['source/ref'] ?? ''}
            onChange={({ target }) => type('source/ref', target.value)}
          />
        )}
      </Field>
      <ChoiceField
        pointer={`${within}/assurance`}
        label={texts.assurance}
        options={Object.entries(words.assurances)}
        value={typed['assurance'] ?? ''}
        onChange={(code) => type('assurance', code)}
      />
      <EvidenceFields onFile={onFile} />
    </fieldset>
  );
}
