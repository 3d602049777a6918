import { textsOf } from '../../shell/language/language.js';
import { en } from './submit.en.js';
import { nl } from './submit.nl.js';

export const useSubmitTexts = textsOf({ nl, en });
