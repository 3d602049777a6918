import { textsOf } from '../../shell/language/language.js';
import { en } from './claim.en.js';
import { nl } from './claim.nl.js';

export const useClaimTexts = textsOf({ nl, en });
