import { textsOf } from '../shell/language/language.js';
import { en } from './my-letters.en.js';
import { nl } from './my-letters.nl.js';

export const useMyLettersTexts = textsOf({ nl, en });
