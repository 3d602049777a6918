import { Field } from '../../parts/form/field.js';
import { useFilesTexts } from '../files-texts.js';

const LENGTH = 9;
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** The check of eleven, so that a slip of the finger is seen before anything is asked. */
export const isBsn = (digits: string): boolean =>
  digits.length === LENGTH && WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11 === 0;

interface Props {
  readonly value: string;
  readonly onChange: (digits: string) => void;
}

/** A citizen service number as people type it; only its digits are kept, and only while the page is open. */
export function BsnField({ value, onChange }: Props) {
  const texts = useFilesTexts();
  return (
    <Field pointer="/bsn" label={texts.bsn} hint={texts.bsnHint}>
      {(input) => (
        <input
          {...input}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          required
          value={value}
          onChange={({ target }) => onChange(target.value.replaceAll(/\D/g, '').slice(0, LENGTH))}
        />
      )}
    </Field>
  );
}
