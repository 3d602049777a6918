import { useFaultText } from '../parts/form/fault-text.js';
import { idOf, useFaultsOf } from '../parts/form/faults.js';
import type { Schema } from '../shell/api/client.js';
import { useBilingual } from '../shell/language/language.js';
import { useObjectionsTexts } from './objections-texts.js';

const POINTER = '/setAside';

interface Props {
  readonly reasons: readonly Schema<'Reason'>[];
  readonly value: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

/** The reasons that an upheld objection can put out of the claim's way, and no others. */
export function SetAsideField({ reasons, value, onChange }: Props) {
  const texts = useObjectionsTexts();
  const said = useBilingual();
  const wrong = useFaultsOf(POINTER).map(useFaultText());
  if (reasons.length === 0) return <p className="notice">{texts.nothingToSetAside}</p>;
  return (
    <fieldset className={wrong.length > 0 ? 'field field-bad' : 'field'}>
      <legend>{texts.whatIsSetAside}</legend>
      {wrong.length > 0 && <p className="fault">{wrong.join(' ')}</p>}
      {reasons.map(({ code, text }, index) => (
        <label key={code} className="choice">
          <input
            id={index === 0 ? idOf(POINTER) : undefined}
            type="checkbox"
            checked={value.includes(code)}
            onChange={({ target }) =>
              onChange(value.filter((one) => one !== code).concat(target.checked ? [code] : []))
            }
          />{' '}
          {said(text)}
        </label>
      ))}
    </fieldset>
  );
}
