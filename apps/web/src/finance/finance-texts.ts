import { textsOf } from '../shell/language/language.js';
import { en } from './finance.en.js';
import { nl } from './finance.nl.js';

export const useFinanceTexts = textsOf({ nl, en });
