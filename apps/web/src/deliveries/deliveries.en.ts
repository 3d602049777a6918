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
  look: 'Preview',
  busy: 'Busy…',
  lookedAt: (good, bad) => `${good} rows can be recorded, ${bad} cannot.`,
  taken: (count) => `${count} rows are recorded.`,
  record: (count) => (count === 1 ? 'Record 1 row' : `Record ${count} rows`),
  preview: 'What would happen',
  report: 'What happened',
  wouldBe: {
    RECORDED: 'will be recorded',
    DUPLICATE: 'was known already',
    REFUSED: 'will be refused',
  },
  became: {
    RECORDED: 'recorded',
    DUPLICATE: 'was known already',
    REFUSED: 'refused',
  },
  watermarks: {
    RECORDED: 'The administration now counts as complete through the day named.',
    WITHHELD: 'Completeness is not recorded, because rows were refused.',
  },
  rows: 'Rows of the delivery',
  row: 'Row',
  result: 'Result',
  why: 'Why',
  unclear: 'The row was refused.',
  showAll: (count) => `Show all ${count} rows`,
  codes: {
    ROLE_MAY_NOT_RECORD: 'Your function does not record this kind of fact.',
    NOT_FOUND: 'There is no file of this client.',
    DUPLICATE_SUBMISSION: 'This was submitted already.',
  },
  completeness: 'Completeness of administrations',
  completenessExplained:
    'A claim is decided only when the administrations that are needed are complete through the day it is about.',
  noWatermarks: 'Of no administration it was said yet how far it is complete.',
  tellComplete: 'Tell that it is complete',
  tell: 'Tell',
  watermarkTold: 'The completeness is recorded.',
};
