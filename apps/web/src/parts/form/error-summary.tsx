import type { Fault } from '../../shell/api/problem.js';
import { useFaultText } from './fault-text.js';
import { idOf } from './faults.js';
import { usePartsTexts } from '../parts-texts.js';

/** All that is wrong with a form, each a link to its field. */
export function ErrorSummary({ faults }: { readonly faults: readonly Fault[] }) {
  const texts = usePartsTexts();
  const said = useFaultText();
  const named = (pointer: string, fault: Pick<Fault, 'code' | 'message'>): string => {
    const text = said(fault);
    return text === fault.message ? text : [labelOf(pointer), text].filter(Boolean).join(': ');
  };
  return (
    <div role="alert" className="notice notice-bad">
      <h2>{texts.faults(faults.length)}</h2>
      <ul>
        {faults.map(({ pointer, code, message }) => (
          <li key={`${pointer} ${code} ${message}`}>
            <a href={`#${idOf(pointer)}`} onClick={() => document.getElementById(idOf(pointer))?.focus()}>
              {named(pointer, { code, message })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The label of a field on the page; a fault the server found has no name of its own. */
const labelOf = (pointer: string): string | undefined =>
  document.querySelector<HTMLElement>(`label[for="${idOf(pointer)}"]`)?.dataset['label'];
