import type { Texts } from '../../shell/language/texts.js';
import type { nl } from './delivery.nl.js';

export const en: Texts<typeof nl> = {
  look: 'Preview',
  busy: 'Busy…',
  lookedAt: (good, bad) => `${good === 1 ? '1 row' : `${good} rows`} can be recorded, ${bad} cannot.`,
  taken: (count) => (count === 1 ? '1 row is recorded.' : `${count} rows are recorded.`),
  record: (count) => (count === 1 ? 'Record 1 row' : `Record ${count} rows`),
  nothingToRecord: 'There is nothing to record. Mend the file and choose it again.',
  preview: 'What would happen',
  report: 'What happened',
  wouldBe: { RECORDED: 'will be recorded', DUPLICATE: 'was known already', REFUSED: 'will be refused' },
  became: { RECORDED: 'recorded', DUPLICATE: 'was known already', REFUSED: 'refused' },
  watermarks: {
    RECORDED: 'The administration now counts as complete through the day named.',
    WITHHELD: 'Completeness is not recorded, because rows were refused.',
  },
  rows: 'Rows of the delivery',
  row: 'Row',
  result: 'Result',
  why: 'Why',
  unclear: (code) => `The row was refused (${code}).`,
  showAll: (count) => `Show all ${count} rows`,
  save: 'Save the report as CSV',
  columns: { bsn: 'Citizen service number', dossierRef: 'File', type: 'Kind' },
  codes: {
    ROLE_MAY_NOT_RECORD: 'Your function does not record this kind of fact.',
    NOT_FOUND: 'There is no file of this client.',
    DUPLICATE_SUBMISSION: 'This was submitted already.',
    ID_REUSED: 'This name was used for something else already.',
    SOURCE_REF_REUSED: 'Under this reference of the source there is something else already.',
    EVIDENCE_DIFFERS: 'Under this id another document is kept.',
    ALREADY_ENDED: 'This had ended already.',
    ALREADY_REGISTERED: 'There is a file of this client already.',
    STATE_FORBIDS: 'As things stand this cannot be done.',
    'geen-toegang': 'This is not yours.',
  },
};
