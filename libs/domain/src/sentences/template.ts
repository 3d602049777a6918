import { amountWords, dateWords, durationWords, hoursWords, type Language } from './format.js';
import {
  BENEFIT_END_LABELS,
  BENEFIT_KIND_LABELS,
  CLAIM_STATE_LABELS,
  MISSING_LABELS,
  FUNDING_SCHEME_LABELS,
  labelOf,
} from './labels.js';

/** What each kind of parameter is given as. */
interface Kinds {
  readonly date: string;
  readonly duration: string;
  readonly hours: number;
  readonly count: number;
  readonly cents: number;
  readonly text: string | number;
  readonly list: string | readonly string[];
  readonly reason: keyof typeof BENEFIT_END_LABELS;
  readonly scheme: keyof typeof FUNDING_SCHEME_LABELS;
  readonly kind: keyof typeof BENEFIT_KIND_LABELS;
  readonly state: keyof typeof CLAIM_STATE_LABELS;
}

/** What a parameter is by its name; `m` differs by sentence and says so itself (`{m:hours}`). */
const KIND_OF = {
  date: 'date',
  date2: 'date',
  d1: 'date',
  d2: 'date',
  no: 'text',
  list: 'list',
  reason: 'reason',
  scheme: 'scheme',
  h: 'hours',
  t: 'duration',
  kind: 'kind',
  n: 'count',
  funder: 'text',
  tag: 'text',
  amount: 'cents',
  state: 'state',
  code: 'text',
} as const satisfies Readonly<Record<string, keyof Kinds>>;

type Placeholders<T extends string> = T extends `${string}{${infer P}}${infer Rest}` ? P | Placeholders<Rest> : never;
type NameOf<P extends string> = P extends `${infer Name}:${string}` ? Name : P;
type KindOf<P extends string> = P extends `${string}:${infer K extends keyof Kinds}`
  ? K
  : P extends keyof typeof KIND_OF
    ? (typeof KIND_OF)[P]
    : never;

/** What a template can be filled with; each may be unknown. */
export type ParametersOf<T extends string> = {
  readonly [P in Placeholders<T> as NameOf<P>]?: Kinds[KindOf<P>] | undefined;
};

/** What a recorded rule result or refusal brings: unchecked, so whatever does not fit its kind is said as it is. */
export type RecordedParameters = Readonly<Record<string, string | number | readonly string[] | undefined>>;

const CLAUSE = /\[([^\]|]*)(?:\|([^\]]*))?\]/g;
const PLACEHOLDER = /\{(\w+)(?::(\w+))?\}/g;

/** The sentence with what is known filled in; clauses about what is not known are left out. */
export function fill(template: string, language: Language, parameters: RecordedParameters = {}): string {
  const known = (clause: string): boolean =>
    [...clause.matchAll(PLACEHOLDER)].every(([, name = '']) => parameters[name] !== undefined);
  const worded = template.replaceAll(CLAUSE, (_, clause: string, otherwise = '') =>
    known(clause) ? clause : otherwise,
  );
  return worded.replaceAll(PLACEHOLDER, (_, name: string, kind?: string) =>
    wordsFor(kind ?? KIND_OF[name as keyof typeof KIND_OF], parameters[name] ?? '', language),
  );
}

function wordsFor(kind: string, value: string | number | readonly string[], language: Language): string {
  if (kind === 'list') return listOf(value, language);
  if (typeof value === 'number')
    return kind === 'cents' ? amountWords(value) : kind === 'hours' ? hoursWords(value, language) : String(value);
  const text = String(value);
  switch (kind) {
    case 'date':
      return dateWords(text);
    case 'duration':
      return durationWords(text, language);
    case 'reason':
      return labelOf(BENEFIT_END_LABELS, text, language);
    case 'scheme':
      return labelOf(FUNDING_SCHEME_LABELS, text, language);
    case 'kind':
      return labelOf(BENEFIT_KIND_LABELS, text, language);
    case 'state':
      return labelOf(CLAIM_STATE_LABELS, text, language);
    default:
      return text;
  }
}

const listOf = (value: string | number | readonly string[], language: Language): string =>
  (typeof value === 'object' ? value : String(value).split(/,\s*/))
    .map((item) => labelOf(MISSING_LABELS, item, language))
    .join(', ');
