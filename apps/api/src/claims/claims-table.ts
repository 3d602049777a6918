import type { ClaimRow } from '@uitkomst/contracts';
import type { Table } from '../shell/http/tables/whole-lists.js';

/** Declaraties as a file: the rows of the list, each reader's own, with their reasons as codes and as sentences in Dutch. */
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
  rowOf: ({ stateText, reasons = [], ...row }: ClaimRow) => ({
    ...row,
    stateText: inDutch(stateText),
    reasons: reasons.map(({ code }) => code).join(' '),
    reasonTexts: reasons.map(({ text }) => inDutch(text)).join(' '),
  }),
};

const inDutch = (text: ClaimRow['stateText']): string => text.find(({ language }) => language === 'nl')?.value ?? '';
