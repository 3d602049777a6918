import { useState, type FormEvent } from 'react';
import { DayInput } from '../form/day-input.js';
import { Field } from '../form/field.js';
import { useCutsTexts } from './cuts-texts.js';
import { NOW, type Cut, type Cuts } from './cut.js';

interface Props extends Pick<Cuts, 'cut' | 'other' | 'choose'> {
  readonly comparable?: boolean;
}

/** Two date pickers, and two more to compare with. Nothing moves until the button is pressed. */
export function CutForm({ cut, other, choose, comparable = true }: Props) {
  const texts = useCutsTexts();
  const [first, setFirst] = useState(cut);
  const [second, setSecond] = useState(other ?? NOW);
  const [compares, setCompares] = useState(other !== undefined);
  const submitted = (event: FormEvent): void => {
    event.preventDefault();
    choose(first, compares ? second : undefined);
  };
  return (
    <form className="cuts" aria-label={texts.dates} onSubmit={submitted}>
      <Picker name="" legend={compares ? texts.first : texts.dates} cut={first} onChange={setFirst} />
      {comparable && (
        <p className="check">
          <input
            id="compare"
            type="checkbox"
            checked={compares}
            onChange={({ target }) => setCompares(target.checked)}
          />
          <label htmlFor="compare">{texts.compare}</label>
        </p>
      )}
      {compares && <Picker name="2" legend={texts.second} cut={second} onChange={setSecond} />}
      <button type="submit">{texts.show}</button>
    </form>
  );
}

interface PickerProps {
  readonly name: string;
  readonly legend: string;
  readonly cut: Cut;
  readonly onChange: (cut: Cut) => void;
}

function Picker({ name, legend, cut, onChange }: PickerProps) {
  const texts = useCutsTexts();
  return (
    <fieldset>
      <legend>{legend}</legend>
      <Field pointer={`/asOf${name}`} label={texts.asOf} hint={texts.asOfHint}>
        {(input) => <DayInput {...input} value={cut.asOf} onDay={(day) => onChange({ ...cut, asOf: day })} />}
      </Field>
      <Field pointer={`/knownAsOf${name}`} label={texts.knownAsOf} hint={texts.knownAsOfHint}>
        {(input) => <DayInput {...input} value={cut.knownAsOf} onDay={(day) => onChange({ ...cut, knownAsOf: day })} />}
      </Field>
    </fieldset>
  );
}
