import { textsOf } from '../../shell/language/language.js';
import { en } from './evidence.en.js';
import { nl } from './evidence.nl.js';

export const useEvidenceTexts = textsOf({ nl, en });
