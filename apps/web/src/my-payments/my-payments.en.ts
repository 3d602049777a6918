import type { Texts } from '../shell/language/texts.js';
import type { nl } from './my-payments.nl.js';

export const en: Texts<typeof nl> = {
  title: 'My payments',
  caption: 'Payments to you, the latest first',
  batch: 'Payment',
  orderedOn: 'Ordered on',
  lines: 'Claims',
  total: 'Total',
  empty: 'Nothing has been paid to you yet.',
  specification: (batch) => `Specification of payment ${batch}`,
  lineCaption: 'What you were paid for each claim',
  claim: 'Claim',
  bankReference: 'Reference on your statement',
  amount: 'Bonus',
  vat: 'VAT',
  offset: 'Set off',
  net: 'Paid',
  saveCsv: 'Download the specification (CSV)',
};
