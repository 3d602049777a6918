import { textsOf } from '../../shell/language/language.js';
import { en } from './decision.en.js';
import { nl } from './decision.nl.js';

export const useDecisionTexts = textsOf({ nl, en });
