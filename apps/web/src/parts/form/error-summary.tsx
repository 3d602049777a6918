import type { Fault } from '../../shell/api/problem.js';
import { idOf } from './faults.js';
import { usePartsTexts } from '../parts-texts.js';

/** All that is wrong with a form, each a link to its field. */
export function ErrorSummary({ faults }: { readonly faults: readonly Fault[] }) {
  const texts = usePartsTexts();
  return (
    <div role="alert" className="notice notice-bad">
      <h2>{texts.faults(faults.length)}</h2>
      <ul>
        {faults.map(({ pointer, code, message }) => (
          <li key={`${pointer} ${code} ${message}`}>
            <a href={`#${idOf(pointer)}`} onClick={() => document.getElementById(idOf(pointer))?.focus()}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
