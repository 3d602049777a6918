import { ChoiceField } from './choice-field.js';

interface Props {
  readonly texts: {
    readonly filter: string;
    readonly state: string;
    readonly allStates: string;
    readonly states: Readonly<Record<string, string>>;
  };
  /** Empty for all of them. */
  readonly state: string;
  readonly onState: (state: string) => void;
}

/** Asks of a list only what stands in one state. */
export function StateFilter({ texts, state, onState }: Props) {
  return (
    <search className="filters" aria-label={texts.filter}>
      <ChoiceField
        pointer="/state"
        label={texts.state}
        none={texts.allStates}
        options={Object.entries(texts.states)}
        value={state}
        onChange={onState}
      />
    </search>
  );
}
