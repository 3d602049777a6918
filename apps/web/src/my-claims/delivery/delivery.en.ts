import type { Texts } from '../../shell/language/texts.js';
import type { nl } from './delivery.nl.js';

export const en: Texts<typeof nl> = {
  claims: 'My claims',
  title: 'Upload many at once',
  intro:
    'You upload claims or facts in one file. Each row is looked at by itself: a wrong row does not stop the others.',
  templates: 'Examples',
  templatesExplained:
    'A file has a first row with the names of the columns. Columns are separated by a semicolon. Write dates like 31-12-2026.',
  saveTemplate: {
    claims: 'Example of claims',
    services: 'Example of services',
    placements: 'Example of placements',
  },
  file: 'File',
  fileHint: 'A CSV file with at most 5000 rows.',
  tooBig: 'This file is larger than 5 MB. Please split it.',
  reference: 'Reference of this delivery',
  referenceHint: 'Under the same reference the same delivery records nothing twice.',
  referenceWrong: 'Use letters, digits, dots and dashes only.',
  send: 'Upload',
  preview: 'The first rows of your file',
  line: 'Row',
  rows: (count) => (count === 1 ? 'The file has 1 row.' : `The file has ${count} rows.`),
  report: 'What happened to each row',
  summary: (recorded, duplicates, refused) => `${recorded} recorded, ${duplicates} known already, ${refused} refused.`,
  show: 'Show',
  showAll: 'all rows',
  showRefused: 'refused rows only',
  status: 'Result',
  statuses: { RECORDED: 'recorded', DUPLICATE: 'known already', REFUSED: 'refused' },
  why: 'Why',
  field: (name, message) => `${name}: ${message}`,
  noRows: 'There are no rows to show.',
  saveReport: 'Download the report',
  more: (count) => `${count} more rows are in the report that you can download.`,
};
