import { dateWords, type Language } from '../sentences/format.js';
import { fill } from '../sentences/template.js';
import { decisionWords } from './decision-words.js';
import { LETTER_EN } from './letter-en.js';
import { LETTER_NL } from './letter-nl.js';
import { referenceOf } from './letter-reference.js';
import { reasonSections } from './reasons.js';
import { remedyOf } from './remedy.js';
import type { Letter, LetterWord, Say } from './letter.js';
import type { LetterSubject } from './subject.js';

const WORDS: Readonly<Record<Language, Readonly<Record<LetterWord, string>>>> = { nl: LETTER_NL, en: LETTER_EN };

/** The letter that makes a decision known: what was decided, every reason, and what its reader can do about it. */
export function letterOf(subject: LetterSubject, language: Language): Letter {
  const { notice, objectedBy } = subject;
  const say: Say = (word, parameters) => fill(WORDS[language][word], language, parameters);
  const addressee = objectedBy ?? 'PROVIDER';
  return {
    letterId: notice.letterId,
    language,
    addressee,
    writtenOn: notice.notifiedOn,
    title: say(`TITLE_${notice.kind}`),
    header: headerOf(subject, addressee, say),
    sections: [
      { paragraphs: decisionWords(subject, say) },
      ...reasonSections(subject, { addressee, language, say }),
      ...remedyOf(subject, say),
      { paragraphs: language === 'nl' ? [say('CLOSING')] : [say('CLOSING'), say('LANGUAGE')] },
    ],
  };
}

/** Numbers in the place of names of persons: a letter finds its way by the claim. */
function headerOf(
  { municipality, municipalityName, notice, submission, decision, about, contractId }: LetterSubject,
  addressee: Letter['addressee'],
  say: Say,
): Letter['header'] {
  const { providerId, providerReference, claimId, submittedOn } = submission;
  const own = addressee === 'PROVIDER';
  const lines: readonly (readonly [LetterWord, string | undefined])[] = [
    ['MUNICIPALITY', municipalityName ?? say('MUNICIPALITY_BY_CODE', { no: municipality })],
    ['ADDRESSEE', own ? providerId : say('THE_CLIENT')],
    ['DATE', dateWords(notice.notifiedOn)],
    ['LETTER', referenceOf(notice, say)],
    ['CLAIM', claimId],
    ['YOUR_REFERENCE', own ? providerReference : undefined],
    ['CLAWBACK', about !== undefined && 'clawbackId' in about.payload ? about.payload.clawbackId : undefined],
    ['OBJECTION', about !== undefined && 'objectionId' in about.payload ? about.payload.objectionId : undefined],
    ['SUBMITTED', dateWords(submittedOn)],
    ['CONTRACT', own ? contractId : undefined],
    ['DEFINITION', decision?.definition],
  ];
  return lines.flatMap(([word, value]) => (value === undefined ? [] : [{ label: say(word), value }]));
}
