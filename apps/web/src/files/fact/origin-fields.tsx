import { Field } from '../../parts/form/field.js';
import { useFactsTexts } from '../../parts/facts/facts-texts.js';
import { useFilesTexts } from '../files-texts.js';
import { EvidenceFields } from './evidence-fields.js';
import { useTyping } from '../../parts/schema/typing.js';

/** Where the fact comes from, how certain it is, and what proves it. */
export function OriginFields() {
  const texts = useFilesTexts();
  const words = useFactsTexts();
  const { typed, type, within = '' } = useTyping();
  return (
    <fieldset className="group">
      <legend>{texts.originTitle}</legend>
      <Field pointer={`${within}/source/system`} label={texts.system}>
        {(input) => (
          <select
            {...input}
            value={typed['source/system'] ?? ''}
            onChange={({ target }) => type('source/system', target.value)}
          >
            {Object.entries(words.systems).map(([system, word]) => (
              <option key={system} value={system}>
                {word}
              </option>
            ))}
          </select>
        )}
      </Field>
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
      <Field pointer={`${within}/assurance`} label={texts.assurance}>
        {(input) => (
          <select
            {...input}
            value={typed['assurance'] ?? ''}
            onChange={({ target }) => type('assurance', target.value)}
          >
            {Object.entries(words.assurances).map(([assurance, word]) => (
              <option key={assurance} value={assurance}>
                {word}
              </option>
            ))}
          </select>
        )}
      </Field>
      <EvidenceFields />
    </fieldset>
  );
}
