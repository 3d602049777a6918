import type { Fields } from './field.js';
import { useEventWords } from './words/event-words.js';

/** Fields that have a column of their own in a table of facts. */
const ELSEWHERE = new Set(['validFrom', 'validTo', 'source', 'assurance']);

/** What a fact says besides when and from whom, in a line; nothing at all, so that a card leaves its row out. */
export function FactDetails({ fields }: { readonly fields: Fields }) {
  const words = useEventWords();
  const said = Object.entries(fields).flatMap(([name, value]) => {
    const label = ELSEWHERE.has(name) ? undefined : words.field(name);
    const text = label === undefined ? '' : words.value(name, value);
    return text === '' ? [] : [`${label}: ${text}`];
  });
  return said.length === 0 ? null : <span>{said.join(' · ')}</span>;
}
