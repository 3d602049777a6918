import { textsOf } from '../shell/language/language.js';
import { en } from './my-file.en.js';
import { nl } from './my-file.nl.js';

export const useMyFileTexts = textsOf({ nl, en });
