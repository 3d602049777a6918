import type { FileRefusal } from '../client-file/asking.js';
import { CODE_CLASSES, PROVIDER_CODES, REFUSAL_CODES, type SentenceCode } from './codes.js';
import { amountWords, dateWords, durationWords, hoursWords, LANGUAGES } from './format.js';
import { PROVIDER_SENTENCES, REFUSAL_SENTENCES, sentence, SENTENCES, wordsOf } from './sentences.js';

/** One value for every parameter there is. */
const EVERYTHING = {
  date: '2009-03-01',
  date2: '2009-09-01',
  d1: '2008-01-15',
  d2: '2008-02-01',
  no: 'k3jv7q2mzx4bd.c1',
  list: 'PAYSLIP, WEEKLY_HOURS',
  reason: 'PARTNER_INCOME',
  scheme: 'LOONKOSTENSUBSIDIE',
  h: 15.5,
  t: 'P6M',
  kind: 'WW',
  n: 40,
  funder: 'UWV',
  tag: 'b7c1',
  amount: 300_000,
  state: 'IN_REVIEW',
  code: 'RELAPSE_WITHIN_SUSTAIN',
};
/** `m` is hours, days or a duration, as the sentence has it. */
const limitOf = (template: string): string | number => (template.includes('{m:duration}') ? 'P3M' : 28);
const ALL = { ...SENTENCES, ...REFUSAL_SENTENCES, ...PROVIDER_SENTENCES };
const CODES = Object.keys(ALL) as readonly SentenceCode[];
const PLACEHOLDERS = /\{\w+(?::\w+)?\}/g;

/** Every refusal of the client file has words: this fails to compile where one has not. */
const everyRefusalIsWorded: [Exclude<FileRefusal, SentenceCode>] extends [never] ? true : never = true;

describe('the words for a code', () => {
  it('exist for every code, one by one', () => {
    expect(CODES).toHaveLength(Object.keys(CODE_CLASSES).length + REFUSAL_CODES.length + PROVIDER_CODES.length);
    expect(everyRefusalIsWorded).toBe(true);
  });

  describe.each(CODES)('%s', (code) => {
    it.each(LANGUAGES)('say all that is known (%s)', (language) => {
      const words = wordsOf(code, language, { ...EVERYTHING, m: limitOf(ALL[code][language]) });
      expect(words).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(words).not.toMatch(/[{}[\]|]|undefined|\d{4}-\d{2}|P\d/);
    });
    it.each(LANGUAGES)('leave unsaid what is not known (%s)', (language) => {
      const words = wordsOf(code, language);
      expect(words).toMatch(/^\p{Lu}.*\.$/u);
      expect(words).not.toMatch(/[{}[\]|]|undefined| {2}| [.,;:]|\( *\)/);
    });
    it('take the same parameters in both languages', () => {
      const [nl, en] = LANGUAGES.map((language) => (ALL[code][language].match(PLACEHOLDERS) ?? []).toSorted());
      expect(nl).toEqual(en);
    });
  });

  it('name days, money and terms as people write them', () => {
    expect(sentence('CLAIM_LATE', 'nl', { date: '2009-03-01', date2: '2009-02-28' })).toBe(
      'Ingediend op 01-03-2009, uiterste datum was 28-02-2009.',
    );
    expect(sentence('AMOUNT_REDUCED_TO_TARIFF', 'en', { amount: 300_000 })).toBe(
      'Amount reduced to the tariff of € 3.000,00.',
    );
    expect(sentence('NOT_YET_MATURE', 'nl', { t: 'P6M', date: '2009-07-01' })).toBe(
      'De termijn van 6 maanden loopt tot 01-07-2009.',
    );
    expect(sentence('CONTRACT_TOO_SHORT', 'nl', { m: 'P3M' })).toBe('Het eerste contract duurt korter dan 3 maanden.');
    expect(sentence('HOURS_BELOW_MINIMUM', 'nl', { h: 15.5, m: 20 })).toBe(
      'Gemiddeld 15,5 uur per week, minimum is 20.',
    );
    expect(sentence('SUBSIDISED_EMPLOYMENT', 'en', { scheme: 'WIW' })).toBe('The job is subsidised (WIW).');
    expect(sentence('EVIDENCE_MISSING', 'nl', { list: ['PAYSLIP', 'KVK_EXTRACT'] })).toBe(
      'Verplicht bewijs ontbreekt: loonstrook, uittreksel KvK.',
    );
    expect(sentence('OUTFLOW_NOT_TO_WORK', 'nl', { reason: 'MOVED' })).toBe(
      'De uitkering eindigde om een andere reden dan werk: verhuizing.',
    );
    expect(sentence('SELF_FOUND_BEFORE_INTAKE', 'nl', { d1: '2008-08-18', d2: '2008-09-01' })).toBe(
      'De sollicitatie begon op 18-08-2008, vóór de intake op 01-09-2008.',
    );
    expect(sentence('SELF_FOUND_BEFORE_INTAKE', 'nl')).toBe('De sollicitatie begon vóór de intake.');
    expect(sentence('STATE_FORBIDS', 'nl', { state: 'IN_REVIEW' })).toBe(
      'De status in beoordeling staat dit niet toe.',
    );
  });
  it('are the code itself where there are none, and never an error', () => {
    expect(wordsOf('SOME_LATER_CODE', 'nl')).toBe('SOME_LATER_CODE');
    expect(wordsOf('OTHER_BENEFIT_IN_SUSTAIN', 'nl', { kind: 'NEW_KIND' })).toContain('NEW_KIND');
    expect(wordsOf('CLAIM_LATE', 'nl', { date: 'soon', date2: 7 })).toBe('Ingediend op soon, uiterste datum was 7.');
  });
});

describe('amounts, days and durations', () => {
  it.each([
    [0, '€ 0,00'],
    [5, '€ 0,05'],
    [99_999, '€ 999,99'],
    [300_000, '€ 3.000,00'],
    [123_456_789, '€ 1.234.567,89'],
    [-12_345, '€ -123,45'],
  ])('%d cents is %s in both languages', (cents, words) => {
    expect(amountWords(cents)).toBe(words);
  });
  it.each([
    ['P6M', '6 maanden', '6 months'],
    ['P1M', '1 maand', '1 month'],
    ['P26W', '26 weken', '26 weeks'],
    ['P0D', '0 dagen', '0 days'],
    ['P5Y', '5 jaar', '5 years'],
    ['P1Y', '1 jaar', '1 year'],
    ['soon', 'soon', 'soon'],
  ])('%s is %s and %s', (duration, nl, en) => {
    expect([durationWords(duration, 'nl'), durationWords(duration, 'en')]).toEqual([nl, en]);
  });
  it('writes a day as day, month, year', () => {
    expect(dateWords('2005-03-01')).toBe('01-03-2005');
  });
  it('writes hours with a decimal comma in Dutch', () => {
    expect([hoursWords(15.25, 'nl'), hoursWords(15.25, 'en'), hoursWords(36, 'nl')]).toEqual(['15,25', '15.25', '36']);
  });
});
