import type { BankFileFault } from '@uitkomst/processes';
import type { Bilingual } from '../shell/http/problem.js';

const WORDS: Readonly<Record<BankFileFault, Bilingual>> = {
  NOT_UTF8: { nl: 'Geen tekst in UTF-8', en: 'Not text in UTF-8' },
  DOCTYPE: { nl: 'Een DOCTYPE of ENTITY wordt niet gelezen', en: 'A DOCTYPE or ENTITY is not read' },
  NOT_WELL_FORMED: { nl: 'Geen goed gevormde XML', en: 'Not well-formed XML' },
  NOT_A_BANK_MESSAGE: { nl: 'Geen pain.002 of camt.053', en: 'Neither pain.002 nor camt.053' },
  WRONG_SHAPE: {
    nl: 'Hier ontbreekt iets of staat iets anders dan hoort',
    en: 'Something is missing here or is not as it should be',
  },
  TOO_DEEP: { nl: 'Te veel elementen in elkaar', en: 'Too many elements within each other' },
  DAY_AHEAD: { nl: 'Deze dag moet nog komen', en: 'This day is still to come' },
};

/** Why a message of the bank is refused as a whole and, if known, where. */
export const bankFileWords = (fault: BankFileFault, place = ''): Bilingual => {
  const { nl, en } = WORDS[fault];
  return place === '' ? WORDS[fault] : { nl: `${nl} (${place})`, en: `${en} (${place})` };
};
