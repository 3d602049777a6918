import { textsOf } from '../shell/language/language.js';
import { en } from './parts.en.js';
import { nl } from './parts.nl.js';

export const usePartsTexts = textsOf({ nl, en });
