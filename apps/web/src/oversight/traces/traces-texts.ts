import { textsOf } from '../../shell/language/language.js';
import { en } from './traces.en.js';
import { nl } from './traces.nl.js';

export const useTracesTexts = textsOf({ nl, en });
