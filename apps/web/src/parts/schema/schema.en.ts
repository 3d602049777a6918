import type { Texts } from '../../shell/language/texts.js';
import type { nl } from './schema.nl.js';

export const en: Texts<typeof nl> = {
  choose: 'Choose',
  unknownYet: 'Not said',
  yes: 'Yes',
  no: 'No',
  another: 'Add another',
  unit: 'Unit',
  units: { D: 'days', W: 'weeks', M: 'months', Y: 'years' },
  misread: (label) => `${label}: this cannot be read. See the hint at the field.`,
  elses: { codeOrShare: 'a share, in per cent', allOrCodes: 'these schemes only' },
  elseExamples: { codeOrShare: 'for instance 50', allOrCodes: 'for instance WIW, WSW' },
  hints: {
    validFrom: 'First day on which this is so.',
    validTo: 'First day on which this is no longer so. Empty when not known.',
    money: 'In euros, for instance 1.234,50.',
    hours: 'For instance 32 or 28,5.',
    share: 'In per cent, for instance 21.',
    reference: 'Letters, digits and the signs _ . -',
    code: 'Short code, for instance NO_SHOW.',
    codes: 'Short codes, with a comma between them.',
    words: 'The words go to the vault, not in the file.',
  },
};
