import type { ClaimRow } from '@uitkomst/contracts';
import { wordsIn, type Table } from '../shell/http/tables/whole-lists.js';

/** Declaraties as a file: the rows of the list, each reader's own, with their reasons as codes and as sentences. */
export const CLAIMS_TABLE: Table = {
  name: 'declaraties',
  columns: [
    'claimId',
    'providerId',
    'providerReference',
    'state',
    'stateText',
    'submittedOn',
    'milestone',
    'cents',
    'paidCents',
    'untilOn',
    'respondUntilOn',
    'reasons',
    'reasonTexts',
    'definition',
  ],
  rowOf: ({ stateText, reasons = [], ...row }: ClaimRow, language) => ({
    ...row,
    stateText: wordsIn(stateText, language),
    reasons: reasons.map(({ code }) => code).join(' '),
    reasonTexts: reasons.map(({ text }) => wordsIn(text, language)).join(' '),
  }),
};
