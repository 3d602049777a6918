import { useEventWords } from '../../parts/facts/words/event-words.js';
import { ChoiceField } from '../../parts/form/choice-field.js';
import type { Schema } from '../../shell/api/client.js';
import { useFilesTexts } from '../files-texts.js';

export type Reason = Schema<'RetractionReason'>;
const REASONS: readonly Reason[] = ['WRONG_DATE', 'WRONG_PERSON', 'DUPLICATE', 'FRAUD', 'OTHER'];

interface Props {
  readonly label: string;
  readonly value: Reason | '';
  readonly onChange: (reason: Reason | '') => void;
}

/** Why a fact is corrected or retracted: it stays in the ledger for ever, so nothing is chosen for whoever says it. */
export function ReasonField({ label, value, onChange }: Props) {
  const texts = useFilesTexts();
  const words = useEventWords();
  return (
    <ChoiceField
      pointer="/reason"
      label={label}
      required
      none={texts.choose}
      options={REASONS.map((reason) => [reason, words.code(reason)])}
      value={value}
      onChange={(code) => onChange(code as Reason | '')}
    />
  );
}
