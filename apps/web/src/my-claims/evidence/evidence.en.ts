import type { Texts } from '../../shell/language/texts.js';
import type { nl } from './evidence.nl.js';

export const en: Texts<typeof nl> = {
  evidence: 'Evidence',
  kind: 'Kind of evidence',
  kinds: {
    CONTRACT: 'employment contract',
    PAYSLIP: 'payslip',
    EMPLOYER_STATEMENT: 'statement of the employer',
    KVK_EXTRACT: 'extract of the trade register',
    CLIENT_FORM: 'form of the client',
    LETTER: 'letter',
    OTHER: 'other',
  },
  file: 'File',
  fileHint:
    'The file stays with you. We only record its fingerprint, which shows that nothing in it was changed. Keep it: the municipality may ask for it.',
  obtainedOn: 'Of',
  fingerprint: 'Fingerprint of the file (SHA-256)',
  remove: (name) => `Remove ${name}`,
  removeHead: 'Remove',
  chosen: 'Evidence chosen',
  noneChosen: 'You have not chosen any evidence yet.',
  none: 'No evidence is named with this claim.',
  required: 'This contract asks as evidence',
  present: 'chosen',
  missing: 'still missing',
};
