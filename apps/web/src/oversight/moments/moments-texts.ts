import { textsOf } from '../../shell/language/language.js';
import { en } from './moments.en.js';
import { nl } from './moments.nl.js';

export const useMomentsTexts = textsOf({ nl, en });
