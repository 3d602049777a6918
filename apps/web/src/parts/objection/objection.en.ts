import type { Texts } from '../../shell/language/texts.js';
import type { nl } from './objection.nl.js';

export const en: Texts<typeof nl> = {
  title: 'Object',
  explained: 'Somebody who did not decide on this claim before looks at it again.',
  grounds: 'Why do you not agree?',
  groundsHint: 'Your words go to the vault of the municipality. Write no names or BSN.',
  file: 'Send the objection',
  filed: 'Your objection has been received.',
  objections: 'Objections',
  filedOn: 'Objection of',
  state: 'State',
  states: {
    OPEN: 'being handled',
    WITHDRAWN: 'withdrawn',
    UPHELD: 'upheld',
    PARTLY: 'partly upheld',
    DISMISSED: 'dismissed',
    INADMISSIBLE: 'inadmissible',
  },
  late: 'filed late',
  decideByOn: 'Decision by',
  answer: 'Your answer',
  withdraw: 'Withdraw the objection',
  withdrawExplained: 'The municipality will then not decide on your objection.',
  withdrawn: 'The objection has been withdrawn.',
};
