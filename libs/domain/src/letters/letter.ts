import type { Language } from '../sentences/format.js';
import type { RecordedParameters } from '../sentences/template.js';
import type { LETTER_NL } from './letter-nl.js';

/** A letter as it is laid out, as text or on paper: one content, so that both say the same. */
export interface Letter {
  readonly letterId: string;
  readonly language: Language;
  /** The client reads its own full sentences; a provider what the table of `claims.md` lets it read. */
  readonly addressee: 'PROVIDER' | 'CLIENT';
  /** The day of the notice, not of the looking. */
  readonly writtenOn: string;
  readonly title: string;
  readonly header: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly LetterSection[];
}

export interface LetterSection {
  readonly heading?: string;
  readonly paragraphs: readonly string[];
  readonly points?: readonly string[];
}

export type LetterWord = keyof typeof LETTER_NL;
/** The words of this letter, filled in. */
export type Say = (word: LetterWord, parameters?: RecordedParameters) => string;
