import {
  CODE_CLASSES,
  isReasonCode,
  type CodeClass,
  type ProviderCode,
  type ReasonCode,
  type RefusalCode,
  type SentenceCode,
} from './codes.js';
import { EN, EN_PROVIDER, EN_REFUSALS } from './en.js';
import type { Language } from './format.js';
import { NL, NL_PROVIDER, NL_REFUSALS } from './nl.js';
import { STAFF_SENTENCES } from './staff.js';
import { fill, type ParametersOf, type RecordedParameters } from './template.js';

/** A sentence as a template, in both languages. */
export type Sentence = Readonly<Record<Language, string>>;

const ALL_NL = { ...NL, ...NL_REFUSALS, ...NL_PROVIDER };
const ALL_EN: Readonly<Record<SentenceCode, string>> = { ...EN, ...EN_REFUSALS, ...EN_PROVIDER };

const paired = <C extends string>(nl: Readonly<Record<C, string>>, en: Readonly<Record<C, string>>) =>
  Object.fromEntries(Object.keys(nl).map((code) => [code, { nl: nl[code as C], en: en[code as C] }])) as Readonly<
    Record<C, Sentence>
  >;

/** Every reason code with its words and its class: the letter, the screen, the API and the audit command say the same. */
export const SENTENCES = Object.fromEntries(
  Object.entries(paired<ReasonCode>(NL, EN)).map(([code, words]) => [
    code,
    { ...words, class: CODE_CLASSES[code as ReasonCode] },
  ]),
) as Readonly<Record<ReasonCode, Sentence & { readonly class: CodeClass }>>;

/** Words for refusals that say nothing about a claim. */
export const REFUSAL_SENTENCES: Readonly<Record<RefusalCode, Sentence>> = paired(NL_REFUSALS, EN_REFUSALS);

/** What providers read in the place of codes about benefits and other providers. */
export const PROVIDER_SENTENCES: Readonly<Record<ProviderCode, Sentence>> = paired(NL_PROVIDER, EN_PROVIDER);

/** The sentence for a code, in words. What is not known is left unsaid; it never throws. */
export function sentence<C extends SentenceCode>(
  code: C,
  language: Language,
  parameters: ParametersOf<(typeof ALL_NL)[C]> = {},
): string {
  return fill((language === 'nl' ? ALL_NL : ALL_EN)[code], language, parameters);
}

export const isSentenceCode = (code: string): code is SentenceCode => Object.hasOwn(ALL_NL, code);

/** The words for a code as recorded, with the data recorded beside it. A code without words is said as it is. */
export const wordsOf = (code: string, language: Language, recorded: RecordedParameters = {}): string =>
  isSentenceCode(code) ? fill((language === 'nl' ? ALL_NL : ALL_EN)[code], language, recorded) : code;

/** As {@link wordsOf}, for whoever is not the provider: staff, auditors, the client. */
export const staffWordsOf = (code: string, language: Language, recorded: RecordedParameters = {}): string =>
  (isReasonCode(code) && STAFF_SENTENCES[code]?.[language]) || wordsOf(code, language, recorded);
