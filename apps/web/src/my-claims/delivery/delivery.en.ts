import type { Texts } from '../../shell/language/texts.js';
import type { nl } from './delivery.nl.js';

export const en: Texts<typeof nl> = {
  claims: 'My claims',
  title: 'Upload many at once',
  intro:
    'You upload claims or facts in one file. You first see for each row what would happen; nothing is recorded then. A wrong row does not stop the others.',
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
  preview: 'The first rows of your file',
  rows: (count) => (count === 1 ? 'The file has 1 row.' : `The file has ${count} rows.`),
};
