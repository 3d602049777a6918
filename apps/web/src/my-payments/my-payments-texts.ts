import { textsOf } from '../shell/language/language.js';
import { en } from './my-payments.en.js';
import { nl } from './my-payments.nl.js';

export const useMyPaymentsTexts = textsOf({ nl, en });
