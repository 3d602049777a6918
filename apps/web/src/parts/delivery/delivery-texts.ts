import { textsOf } from '../../shell/language/language.js';
import { en } from './delivery.en.js';
import { nl } from './delivery.nl.js';

export const useDeliveryTexts = textsOf({ nl, en });
