import { useEventWords } from '../facts/words/event-words.js';
import { useFaultText } from '../form/fault-text.js';
import { idOf, useFaultsOf } from '../form/faults.js';
import type { SchemaField } from './schema-fields.js';
import { useTyping } from './typing.js';
import { useLabel } from './use-label.js';

interface Props {
  readonly field: SchemaField;
  readonly inside?: string;
}

/** Any number of a closed list: a box to tick for each. */
export function SchemaChoices({ field: { name, options }, inside = '' }: Props) {
  const words = useEventWords();
  const label = useLabel();
  const { typed, type, within = '' } = useTyping();
  const place = inside + name;
  const faults = useFaultsOf(`${within}/${place}`);
  const said = useFaultText();
  const chosen = new Set((typed[place] ?? '').split(',').map((one) => one.trim()));
  const tick = (value: string, ticked: boolean): void =>
    type(place, options.filter((one) => (one === value ? ticked : chosen.has(one))).join(', '));
  return (
    <fieldset className="group" id={idOf(`${within}/${place}`)} tabIndex={-1}>
      <legend>{label(name)}</legend>
      {faults.length > 0 && <p className="fault">{faults.map(said).join(' ')}</p>}
      {options.map((value) => (
        <label key={value} className="tick">
          <input type="checkbox" checked={chosen.has(value)} onChange={({ target }) => tick(value, target.checked)} />{' '}
          {words.value(name, value)}
        </label>
      ))}
    </fieldset>
  );
}
