import { useEventWords } from '../facts/words/event-words.js';
import { useFaultText } from '../form/fault-text.js';
import { useDeliveryTexts } from './delivery-texts.js';
import type { Report } from './use-delivery.js';

type Row = Report['rows'][number];

/** A row as a whole, or a field in it whose name is not kept. */
const OF_WHOLE_ROW = /^\/rows\/\d+$/;

/** Why a row is refused: field by field, else the reason for the row as a whole; nothing where it is not. */
export function useRowFaults(): (row: Row) => readonly string[] {
  const texts = useDeliveryTexts();
  const words = useEventWords();
  const said = useFaultText();
  const codes: Readonly<Record<string, string>> = texts.codes;
  const columns: Readonly<Record<string, string>> = texts.columns;
  return ({ code = '', errors, status }) => {
    if (status !== 'REFUSED') return [];
    if (errors.length === 0) return [codes[code] ?? texts.unclear(code)];
    const why = errors.map((fault) => {
      if (OF_WHOLE_ROW.test(fault.pointer)) return said(fault);
      const field = fault.pointer.split('/').at(-1) ?? '';
      return `${columns[field] ?? words.field(field) ?? field}: ${said(fault)}`;
    });
    return [...new Set(why)]; // Several fields without a name are wrong in the same words.
  };
}
