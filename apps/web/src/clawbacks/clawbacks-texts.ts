import { textsOf } from '../shell/language/language.js';
import { en } from './clawbacks.en.js';
import { nl } from './clawbacks.nl.js';

export const useClawbacksTexts = textsOf({ nl, en });
