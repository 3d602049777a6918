import { Field } from './field.js';

interface Props {
  readonly pointer: string;
  readonly label: string;
  readonly hint: string;
  readonly optional?: boolean;
  /** As it was typed: 1.234,56. */
  readonly value: string;
  readonly onType: (typed: string) => void;
}

/** An amount in euros, as people write it here. */
export function AmountField({ optional = false, value, onType, ...field }: Props) {
  return (
    <Field {...field} optional={optional}>
      {(input) => (
        <input
          {...input}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          required={!optional}
          value={value}
          onChange={({ target }) => onType(target.value)}
        />
      )}
    </Field>
  );
}
