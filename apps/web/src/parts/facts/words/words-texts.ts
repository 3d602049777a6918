import { textsOf } from '../../../shell/language/language.js';
import { en as englishCodes } from './code-words.en.js';
import { nl as dutchCodes } from './code-words.nl.js';
import { en as englishFields } from './field-names.en.js';
import { nl as dutchFields } from './field-names.nl.js';

/** Words for the fields of events and the codes in them. */
export const useWordsTexts = textsOf({
  nl: { ...dutchFields, ...dutchCodes },
  en: { ...englishFields, ...englishCodes },
});
