import type { ComponentProps } from 'react';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import type { Schema } from '../../shell/api/client.js';

export type Reason = Schema<'RetractionReason'>;
const REASONS: readonly Reason[] = ['WRONG_DATE', 'WRONG_PERSON', 'DUPLICATE', 'FRAUD', 'OTHER'];

interface Props {
  readonly input: ComponentProps<'select'>;
  readonly value: Reason;
  readonly onChange: (reason: Reason) => void;
}

/** Why a fact is corrected or retracted. */
export function ReasonSelect({ input, value, onChange }: Props) {
  const words = useEventWords();
  return (
    <select {...input} value={value} onChange={({ target }) => onChange(target.value as Reason)}>
      {REASONS.map((reason) => (
        <option key={reason} value={reason}>
          {words.code(reason)}
        </option>
      ))}
    </select>
  );
}
