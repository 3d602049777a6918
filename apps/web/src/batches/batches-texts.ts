import { textsOf } from '../shell/language/language.js';
import { en } from './batches.en.js';
import { nl } from './batches.nl.js';

export const useBatchesTexts = textsOf({ nl, en });
