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
  obtainedOn: 'Of',
  fingerprint: 'Fingerprint of the file (SHA-256)',
  none: 'No evidence is named with this claim.',
  download: (kind) => `Download ${kind}`,
  documentOf: (kind, day) => `${kind} of ${day}`,
  notHere: 'not kept here',
};
