import { usePartsTexts } from '../parts-texts.js';
import { Field } from './field.js';

interface Props {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** On what grounds somebody decides: a code, because words about a person do not go into the ledger. */
export function GroundsField({ value, onChange }: Props) {
  const texts = usePartsTexts();
  return (
    <Field pointer="/grounds" label={texts.groundsLabel} hint={texts.groundsHint}>
      {(input) => (
        <select {...input} required value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{texts.choose}</option>
          {Object.entries(texts.grounds).map(([code, label]) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
