import { textsOf } from './language/language.js';
import { en } from './shell.en.js';
import { nl } from './shell.nl.js';

export const useShellTexts = textsOf({ nl, en });
