import { textsOf } from '../shell/language/language.js';
import { en } from './terms.en.js';
import { nl } from './terms.nl.js';

export const useTermsTexts = textsOf({ nl, en });
