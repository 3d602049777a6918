import type { ReactNode } from 'react';
import { useFaultText } from './fault-text.js';
import { idOf, useFaultsOf } from './faults.js';
import { usePartsTexts } from '../parts-texts.js';

interface Input {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface Props {
  /** Where the value goes in the body of the request, as a JSON pointer: the server names its faults by it. */
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly children: (input: Input) => ReactNode;
}

/** One field of a form: label, hint, the input given by the caller, and what is wrong with it. */
export function Field({ pointer, label, hint, optional = false, children }: Props) {
  const texts = usePartsTexts();
  const faults = useFaultsOf(pointer);
  const said = useFaultText();
  const id = idOf(pointer);
  const describedBy = [hint === undefined ? [] : `${id}-hint`, faults.length === 0 ? [] : `${id}-fault`]
    .flat()
    .join(' ');
  return (
    <div className={faults.length > 0 ? 'field field-bad' : 'field'}>
      <label htmlFor={id} data-label={label}>
        {label}
        {optional && <span className="optional"> {texts.optional}</span>}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {faults.length > 0 && (
        <p id={`${id}-fault`} className="fault">
          {faults.map((fault) => withoutName(said(fault), label)).join(' ')}
        </p>
      )}
      {children({
        id,
        name: pointer,
        'aria-invalid': faults.length > 0,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
      })}
    </div>
  );
}

/** At its field a fault need not name it; in the summary above the form it does. */
function withoutName(text: string, label: string): string {
  const name = `${label}: `;
  if (!text.startsWith(name)) return text;
  const rest = text.slice(name.length);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
