import { textsOf } from '../../shell/language/language.js';
import { en } from './time-travel.en.js';
import { nl } from './time-travel.nl.js';

export const useTimeTravelTexts = textsOf({ nl, en });
