import { textsOf } from '../../shell/language/language.js';
import { en } from './letter.en.js';
import { nl } from './letter.nl.js';

export const useLetterTexts = textsOf({ nl, en });
