import { textsOf } from '../shell/language/language.js';
import { en } from './desk.en.js';
import { nl } from './desk.nl.js';

export const useDeskTexts = textsOf({ nl, en });
