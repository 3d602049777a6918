import { BenefitEndReason, BenefitKind } from '../client-file/benefit/events.js';
import { CLAIM_STATES } from '../client-file/claim/claim-state.js';
import { NoticeKind, Outcome } from '../client-file/claim/events.js';
import { EvidenceKind } from '../client-file/fact-fields.js';
import { FUNDING_SCHEMES, WorkForm } from '../client-file/work/events.js';
import { LANGUAGES } from './format.js';
import {
  BENEFIT_END_LABELS,
  BENEFIT_KIND_LABELS,
  CLAIM_STATE_LABELS,
  FUNDING_SCHEME_LABELS,
  labelOf,
  MISSING_LABELS,
  NOTICE_KIND_LABELS,
  OUTCOME_LABELS,
  WORK_FORM_LABELS,
  type Label,
} from './labels.js';

type Table = Readonly<Record<string, Label>>;
const TABLES: readonly (readonly [string, readonly string[], Table])[] = [
  ['states of a claim', CLAIM_STATES, CLAIM_STATE_LABELS],
  ['outcomes', Outcome.options, OUTCOME_LABELS],
  ['notices', NoticeKind.options, NOTICE_KIND_LABELS],
  ['forms of work', WorkForm.options, WORK_FORM_LABELS],
  ['kinds of benefit', BenefitKind.options, BENEFIT_KIND_LABELS],
  ['reasons a benefit ends', BenefitEndReason.options, BENEFIT_END_LABELS],
  ['schemes', FUNDING_SCHEMES, FUNDING_SCHEME_LABELS],
  ['kinds of evidence', EvidenceKind.options, MISSING_LABELS],
];

describe('the words for values', () => {
  it.each(TABLES)('name all %s in both languages, each by its own words', (_, values, labels) => {
    for (const language of LANGUAGES) {
      const words = values.map((value) => labelOf(labels, value, language));
      expect(words.filter((word) => /[A-Z]+_|^$/.test(word))).toEqual([]);
      expect(new Set(words).size).toBe(values.length);
    }
  });
  it('are the value itself where it is not known', () => {
    expect(labelOf(OUTCOME_LABELS, 'SOMETHING_NEW', 'nl')).toBe('SOMETHING_NEW');
  });
});
