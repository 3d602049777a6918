import { dayText, moneyText } from '../../shell/language/format.js';
import { textIn, type Fields } from './field.js';
import { useFactsTexts, wordFor } from './facts-texts.js';

/** Fields that have a column of their own, or say nothing to a reader. */
const ELSEWHERE = new Set([
  'validFrom',
  'validTo',
  'source',
  'assurance',
  'supersedes',
  'basis',
  'rules',
  'passed',
  'evidence',
]);
const DAY = /^\d{4}-\d\d-\d\d$/;

/** What a fact says besides when and from whom, in a line: € 3.000,00 · regular employment · 32 hours a week. */
export function FactDetails({ fields }: { readonly fields: Fields }) {
  const texts = useFactsTexts();
  const words = { ...texts.benefits, ...texts.forms, ...texts.schemes };
  const said = Object.entries(fields).flatMap(([name, value]) => {
    if (ELSEWHERE.has(name) || isLong(name)) return [];
    if (typeof value === 'number') return [numberOf(name, value)];
    const text = textIn(fields, name);
    if (text === undefined) return [];
    return [DAY.test(text) ? dayText(text) : wordFor(words, text)];
  });
  return <span className="details">{said.join(' · ')}</span>;
}

const isLong = (name: string): boolean => /Hash$|Commitment$|EventId$|^determinationId$|^claimId$|^orderId$/.test(name);

/** Money is in cents, hours a week in hundredths. */
function numberOf(name: string, value: number): string {
  if (name === 'cents' || name.endsWith('Cents')) return moneyText(value);
  return name === 'weeklyHours' ? `${(value / 100).toLocaleString('nl-NL')} u/w` : String(value);
}
