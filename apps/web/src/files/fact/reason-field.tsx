import { useEventWords } from '../../parts/facts/words/event-words.js';
import { ChoiceField } from '../../parts/form/choice-field.js';
import type { Schema } from '../../shell/api/client.js';

export type Reason = Schema<'RetractionReason'>;
const REASONS: readonly Reason[] = ['WRONG_DATE', 'WRONG_PERSON', 'DUPLICATE', 'FRAUD', 'OTHER'];

interface Props {
  readonly label: string;
  readonly value: Reason;
  readonly onChange: (reason: Reason) => void;
}

/** Why a fact is corrected or retracted. */
export function ReasonField({ label, value, onChange }: Props) {
  const words = useEventWords();
  return (
    <ChoiceField
      pointer="/reason"
      label={label}
      options={REASONS.map((reason) => [reason, words.code(reason)])}
      value={value}
      onChange={(code) => onChange(code as Reason)}
    />
  );
}
