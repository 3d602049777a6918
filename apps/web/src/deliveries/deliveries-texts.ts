import { textsOf } from '../shell/language/language.js';
import { en } from './deliveries.en.js';
import { nl } from './deliveries.nl.js';

export const useDeliveriesTexts = textsOf({ nl, en });
