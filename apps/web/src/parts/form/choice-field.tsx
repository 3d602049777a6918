import { Field } from './field.js';

interface Props {
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly required?: boolean;
  /** The word for no choice; left out where something is always chosen. */
  readonly none?: string;
  /** Codes with the words for them, in the order shown. */
  readonly options: readonly (readonly [code: string, words: string])[];
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** A field in which one of a few codes is chosen by its words; empty for no choice. */
export function ChoiceField({ required = false, none, options, value, onChange, ...field }: Props) {
  return (
    <Field {...field}>
      {(input) => (
        <select {...input} required={required} value={value} onChange={({ target }) => onChange(target.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
