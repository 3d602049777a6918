import type { Texts } from '../shell/language/texts.js';
import type { nl } from './deliveries.nl.js';

export const en: Texts<typeof nl> = {
  title: 'Read in a delivery',
  delivered: 'Deliveries',
  explained:
    'Choose a file with facts. You first see for each row what would happen; nothing is recorded then. A bad row does not hold up the others.',
  system: 'From which administration',
  deliveryId: 'Reference of the delivery',
  deliveryIdHint: 'Letters, digits and the signs _ . - For instance GWS-2026-11.',
  file: 'File',
  fileHint:
    'CSV with a header line: type, bsn or dossierRef, and the fields of the fact. Days as dd-mm-yyyy, lists with | in between.',
  examples: 'Examples',
  examplesExplained:
    'An example of each kind of delivery, with the columns that are needed. Fill in the file of the client instead of abcdefghijklm, or put a column bsn instead of dossierRef. Amounts are in cents.',
  saveExample: {
    benefits: 'Example of benefits',
    subsidies: 'Example of wage subsidies',
    jobs: 'Example of linked jobs',
    costs: 'Example of costs',
  },
  exampleFile: {
    benefits: 'example-benefits',
    subsidies: 'example-wage-subsidies',
    jobs: 'example-jobs',
    costs: 'example-costs',
  },
  completeThrough: 'Complete through',
  completeHint: 'Only if the administration is complete through a day with this file.',
  completeness: 'Completeness of administrations',
  completenessExplained:
    'A claim is decided only when the administrations that are needed are complete through the day it is about.',
  noWatermarks: 'Of no administration it was said yet how far it is complete.',
  tellComplete: 'Tell that it is complete',
  tell: 'Tell',
  watermarkTold: 'The completeness is recorded.',
};
