import { usePartsTexts } from '../parts-texts.js';
import { ChoiceField } from './choice-field.js';

interface Props {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** On what grounds somebody decides: a code, because words about a person do not go into the ledger. */
export function GroundsField({ value, onChange }: Props) {
  const texts = usePartsTexts();
  return (
    <ChoiceField
      pointer="/grounds"
      label={texts.groundsLabel}
      hint={texts.groundsHint}
      required
      none={texts.choose}
      options={Object.entries(texts.grounds)}
      value={value}
      onChange={onChange}
    />
  );
}
