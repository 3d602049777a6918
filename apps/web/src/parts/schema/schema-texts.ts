import { textsOf } from '../../shell/language/language.js';
import { en } from './schema.en.js';
import { nl } from './schema.nl.js';

export const useSchemaTexts = textsOf({ nl, en });
