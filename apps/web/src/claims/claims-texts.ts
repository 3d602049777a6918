import { textsOf } from '../shell/language/language.js';
import { en } from './claims.en.js';
import { nl } from './claims.nl.js';

export const useClaimsTexts = textsOf({ nl, en });
