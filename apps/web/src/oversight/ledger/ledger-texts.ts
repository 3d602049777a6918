import { textsOf } from '../../shell/language/language.js';
import { en } from './ledger.en.js';
import { nl } from './ledger.nl.js';

export const useLedgerTexts = textsOf({ nl, en });
