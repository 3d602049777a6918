import { textsOf } from '../../shell/language/language.js';
import { en } from './proof.en.js';
import { nl } from './proof.nl.js';

export const useProofTexts = textsOf({ nl, en });
