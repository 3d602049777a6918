import { textsOf } from '../shell/language/language.js';
import { en } from './objections.en.js';
import { nl } from './objections.nl.js';

export const useObjectionsTexts = textsOf({ nl, en });
