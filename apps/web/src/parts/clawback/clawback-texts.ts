import { textsOf } from '../../shell/language/language.js';
import { en } from './clawback.en.js';
import { nl } from './clawback.nl.js';

export const useClawbackTexts = textsOf({ nl, en });
