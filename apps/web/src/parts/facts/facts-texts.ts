import { textsOf } from '../../shell/language/language.js';
import { en } from './facts.en.js';
import { nl } from './facts.nl.js';

export const useFactsTexts = textsOf({ nl, en });

/** The word for a code in one of the groups below; the code itself where there is none, because codes may be a municipality's own. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;
