import { textsOf } from '../../shell/language/language.js';
import { en } from './samples.en.js';
import { nl } from './samples.nl.js';

export const useSamplesTexts = textsOf({ nl, en });
