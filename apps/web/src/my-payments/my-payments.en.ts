import type { Texts } from '../shell/language/texts.js';
import type { nl } from './my-payments.nl.js';

export const en: Texts<typeof nl> = {
  title: 'My payments',
  caption: 'Payments to you, the latest first',
  batch: 'Payment',
  orderedOn: 'Ordered on',
  lines: 'Claims',
  total: 'Ordered',
  paid: 'Paid of that',
  empty: 'Nothing has been paid to you yet.',
  specification: 'Specification of a payment',
  specificationOf: (day) => `Specification of the payment of ${day}`,
  number: 'Number',
  lineCaption: 'What you receive for each claim',
  claim: 'Claim',
  bankReference: 'Reference on your statement',
  amount: 'Bonus',
  vat: 'VAT',
  offset: 'Set off',
  net: 'Net',
  state: 'Status',
  states: { ORDERED: 'ordered', SETTLED: 'paid' },
  saveCsv: 'Download the specification (CSV)',
};
