import { textsOf } from '../../shell/language/language.js';
import { en } from './timeline.en.js';
import { nl } from './timeline.nl.js';

export const useTimelineTexts = textsOf({ nl, en });
