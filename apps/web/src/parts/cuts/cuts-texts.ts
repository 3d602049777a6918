import { textsOf } from '../../shell/language/language.js';
import { en } from './cuts.en.js';
import { nl } from './cuts.nl.js';

export const useCutsTexts = textsOf({ nl, en });
