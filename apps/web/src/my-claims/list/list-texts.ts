import { textsOf } from '../../shell/language/language.js';
import { en } from './list.en.js';
import { nl } from './list.nl.js';

export const useListTexts = textsOf({ nl, en });
