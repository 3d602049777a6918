import { usePartsTexts } from '../parts-texts.js';
import { ChoiceField } from './choice-field.js';

interface Props {
  readonly label: string;
  /** The words of each state, in the order shown. */
  readonly states: Readonly<Record<string, string>>;
  /** Empty for all of them. */
  readonly state: string;
  readonly onState: (state: string) => void;
}

/** Asks of a list only what stands in one state. */
export function StateFilter({ label, states, state, onState }: Props) {
  const texts = usePartsTexts();
  return (
    <search className="filters" aria-label={label}>
      <ChoiceField
        pointer="/state"
        label={texts.state}
        none={texts.allStates}
        options={Object.entries(states)}
        value={state}
        onChange={onState}
      />
    </search>
  );
}
