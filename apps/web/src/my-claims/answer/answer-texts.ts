import { textsOf } from '../../shell/language/language.js';
import { en } from './answer.en.js';
import { nl } from './answer.nl.js';

export const useAnswerTexts = textsOf({ nl, en });
