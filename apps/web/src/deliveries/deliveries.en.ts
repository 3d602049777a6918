import type { Texts } from '../shell/language/texts.js';
import type { nl } from './deliveries.nl.js';

export const en: Texts<typeof nl> = {
  title: 'Read in a delivery',
  explained:
    'Choose a file with facts. You first see for each row what would happen; nothing is recorded then. A bad row does not hold up the others.',
  system: 'From which administration',
  deliveryId: 'Reference of the delivery',
  deliveryIdHint: 'Letters, digits and the signs _ . - For instance GWS-2026-11.',
  file: 'File',
  fileHint:
    'CSV with a header line: type, bsn or dossierRef, and the fields of the fact. Days as dd-mm-yyyy, lists with | in between.',
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
