import { textsOf } from '../../shell/language/language.js';
import { en } from './objection.en.js';
import { nl } from './objection.nl.js';

export const useObjectionTexts = textsOf({ nl, en });
