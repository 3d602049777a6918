import { wordFor } from '../facts-texts.js';
import { textsOf } from '../../../shell/language/language.js';
import { en } from './field-names.en.js';
import { nl } from './field-names.nl.js';

export const useFieldNames = textsOf({ nl, en });
type FactTexts = ReturnType<typeof useFieldNames>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A field's value as people say it; what is a list is said one after the other. */
export function valueText(
  texts: FactTexts,
  [field, value]: readonly [string, unknown],
  said: { readonly day: (day: string) => string; readonly money: (cents: number) => string },
): string {
  if (value === undefined || value === null) return texts.none;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (Array.isArray(value)) return value.map((one: unknown) => valueText(texts, [field, one], said)).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map((entry) => valueText(texts, entry, said))
      .join(' · ');
  if (typeof value === 'number') return numberText(texts, [field, value], said.money);
  const text = typeof value === 'string' ? value : '';
  if (field === 'wordsCommitment') return texts.words;
  return DAY.test(text) ? said.day(text) : wordFor(texts.values, text);
}

function numberText(
  texts: FactTexts,
  [field, value]: readonly [string, number],
  money: (cents: number) => string,
): string {
  if (/cents/i.test(field)) return money(value);
  if (field === 'weeklyHours') return texts.hours(String(value / 100).replace('.', ','));
  return field === 'percent' ? `${value} %` : String(value);
}
