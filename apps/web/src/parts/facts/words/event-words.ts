import { dayText, instantText, moneyText, shareText } from '../../../shell/language/format.js';
import { letterNameOf } from '../../letter/letter-id.js';
import { useLetterTexts } from '../../letter/letter-texts.js';
import { useFactsTexts } from '../facts-texts.js';
import { useWordsTexts } from './words-texts.js';

type Words = Readonly<Record<string, string>>;
type Group = Readonly<Record<string, unknown>>;

export interface EventWords {
  /** What happened: "Werk begonnen". */
  readonly name: (type: string) => string;
  /** A field's name, or undefined where the field says nothing to who reads it: hashes, keys of machines. */
  readonly field: (name: string) => string | undefined;
  /** A field's value in words, days and euros. */
  readonly value: (name: string, value: unknown) => string;
  /** A code of a closed list in words; itself where the list is open. */
  readonly code: (code: string) => string;
  /** Where a claim stands. */
  readonly state: (state: string) => string;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT/;
const DURATION = /^P(\d+)([DWMY])$/;
const HOURS = 'weeklyHours';
/** Basis points. */
const SHARES: ReadonlySet<string> = new Set(['shares', 'selfFoundAfter']);
/** A code that says something else in this field than in the others. */
const ELSEWHERE: Words = {
  'endKind DISMISSED': 'ENDED_BY_MUNICIPALITY',
  'objectionRegime CONTRACT': 'BY_CONTRACT',
};

/** Events and their fields in the words of the field. */
export function useEventWords(): EventWords {
  const texts = useWordsTexts();
  const names: Words = useFactsTexts().types;
  const fields: Words = texts.fields;
  const codes: Words = texts.values;
  const states: Words = texts.states;
  const { kinds } = useLetterTexts();
  const code = (given: string): string => codes[given] ?? given;
  const text = (given: string): string => {
    const [, count, unit] = DURATION.exec(given) ?? [];
    if (count !== undefined && unit !== undefined) return texts.duration(Number(count), unit);
    return DAY.test(given) ? dayText(given) : INSTANT.test(given) ? instantText(given) : code(given);
  };
  const value = (name: string, given: unknown): string => {
    if (name.endsWith('Commitment')) return texts.yes;
    if (typeof given === 'boolean') return given ? texts.yes : texts.no;
    if (typeof given === 'number') return numberText(name, given);
    if (name === 'letterId' && typeof given === 'string') return text(letterNameOf(given, kinds));
    if (typeof given === 'string') return text(ELSEWHERE[`${name} ${given}`] ?? given);
    if (Array.isArray(given)) return given.map((one) => value(name, one)).join(', ');
    const parts = Object.entries((given ?? {}) as Group);
    if (SHARES.has(name)) return parts.map(([of, share]) => `${of} ${value(name, share)}`).join(', ');
    return parts
      .filter(([part]) => part in fields)
      .map(([part, inner]) => (part === 'kind' || part === 'system' ? '' : `${fields[part]} `) + value(part, inner))
      .join(', ');
  };
  return {
    name: (type) => names[type] ?? type,
    field: (name) => fields[name],
    value,
    code,
    state: (state) => states[state] ?? state,
  };
}

/** Numbers are counted, but for cents, shares in basis points and hours in hundredths. */
function numberText(name: string, given: number): string {
  if (/cents/i.test(name)) return moneyText(given);
  if (SHARES.has(name)) return shareText(given);
  return String(name === HOURS ? given / 100 : given).replace('.', ',');
}
