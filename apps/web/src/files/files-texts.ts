import { textsOf } from '../shell/language/language.js';
import { en } from './files.en.js';
import { nl } from './files.nl.js';

export const useFilesTexts = textsOf({ nl, en });
