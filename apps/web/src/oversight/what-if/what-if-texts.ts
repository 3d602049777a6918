import { textsOf } from '../../shell/language/language.js';
import { en } from './what-if.en.js';
import { nl } from './what-if.nl.js';

export const useWhatIfTexts = textsOf({ nl, en });
