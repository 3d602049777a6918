import { useEventWords } from '../../parts/facts/words/event-words.js';
import { useFaultText } from '../../parts/form/fault-text.js';
import type { Schema } from '../../shell/api/client.js';
import { useDeliveriesTexts } from '../deliveries-texts.js';

/** Why a row is refused: field by field, else the reason for the row as a whole. */
export function RowFaults({ row: { code, errors, status } }: { readonly row: Schema<'RowReport'> }) {
  const texts = useDeliveriesTexts();
  const words = useEventWords();
  const said = useFaultText();
  const codes: Readonly<Record<string, string>> = texts.codes;
  if (status !== 'REFUSED') return null;
  if (errors.length === 0) return <>{codes[code ?? ''] ?? code ?? texts.unclear}</>;
  return (
    <ul className="attention">
      {errors.map(({ pointer, code: kind, message }) => {
        const field = pointer.split('/').at(-1) ?? '';
        return (
          <li key={`${pointer} ${message}`}>
            <strong>{words.field(field) ?? field}</strong>: {said({ code: kind, message })}
          </li>
        );
      })}
    </ul>
  );
}
