import { textsOf } from '../../shell/language/language.js';
import { en } from './picker.en.js';
import { nl } from './picker.nl.js';

export const usePickerTexts = textsOf({ nl, en });
