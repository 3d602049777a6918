import { RULES } from '../assessment/rules/index.js';
import type { RuleResult } from '../client-file/claim/events.js';
import { CODE_CLASSES, isReasonCode, PROVIDER_CODES, type ReasonCode } from './codes.js';
import { LANGUAGES } from './format.js';
import { PROVIDER_READS } from './provider-reads.js';
import { whatAProviderReads, whatAProviderReadsOfRefusal, whatStaffReads, type ReadDecision } from './readers.js';

const CODES = Object.keys(CODE_CLASSES) as readonly ReasonCode[];
/** What would give away the client's benefit, or that there is another provider. */
const BENEFIT =
  /uitkering(?!svoorwaarde)|bijstand|maatregel|scholing|welfare|sanction|education|benefit (?!condition)|WW/i;
const RIVAL =
  /andere aanbieder|another provider|meer aanbieders|several providers|al een bonus|already paid|UWV|wachttijd|waiting|verklaart|states/i;
const DATA = {
  kind: 'WW',
  reason: 'PARTNER_INCOME',
  funder: 'UWV',
  date: '2009-03-01',
  date2: '2010-03-01',
  state: 'CONTESTED',
};

const decided = (lists: Partial<ReadDecision>, data: RuleResult['data'] = DATA): ReadDecision => {
  const codes = [...(lists.fail ?? []), ...(lists.open ?? [])];
  const rules = codes.map((code): RuleResult => ({ rule: 'R1', result: 'FAIL', code, data }));
  return { outcome: 'REJECTED', fail: [], open: [], rules, ...lists };
};
const codesRead = (lists: Partial<ReadDecision>) => whatAProviderReads(decided(lists), 'nl').map(({ code }) => code);
const missing = (rule: string, list: string): RuleResult => ({
  rule,
  result: 'UNKNOWN',
  code: 'EVIDENCE_MISSING',
  data: { list },
});

test('what an officer has assessed is no longer said to be underway', () => {
  const rules: RuleResult[] = [{ rule: 'R31', result: 'INFO', code: 'SELF_FOUND_ASSISTED' }];
  const decision: ReadDecision = { outcome: 'ELIGIBLE', fail: [], open: [], rules };
  expect(whatAProviderReads(decision, 'nl')[0]?.sentence).toBe(
    'De cliënt vond de baan zelf; uw aandeel is beoordeeld.',
  );
  expect(whatStaffReads(decision, 'en')[0]?.sentence).toContain("the provider's share has been assessed");
});

describe('what staff read', () => {
  it.each(CODES)('%s itself, in full and in both languages', (code) => {
    for (const language of LANGUAGES)
      for (const lists of [{ fail: [code] }, { open: [code] }]) {
        const [reading, ...more] = whatStaffReads(decided(lists), language);
        expect(more).toEqual([]);
        expect(reading?.code).toBe(code);
        expect(reading?.sentence).toMatch(/^.+\.$/);
      }
  });
  it.each(CODES.filter((code) => CODE_CLASSES[code] !== 'C'))('%s never as if they were the provider', (code) => {
    const read = LANGUAGES.map((language) => whatStaffReads(decided({ fail: [code] }), language)[0]?.sentence);
    expect(read.join(' ')).not.toMatch(/\b(u|uw|you|your)\b/i);
  });
  it('is every code in the order of the rules, failing before open before information', () => {
    const decision = decided({ fail: ['CLAIM_LATE', 'PAYROLL_PLACEMENT'], open: ['COMPETING_CLAIM'] });
    const reduced: RuleResult = {
      rule: 'R39',
      result: 'INFO',
      code: 'AMOUNT_REDUCED_TO_TARIFF',
      data: { amount: 300_000 },
    };
    const read = whatStaffReads({ ...decision, rules: [...(decision.rules ?? []), reduced] }, 'nl');
    expect(read.map(({ code, status }) => `${status} ${code}`)).toEqual([
      'FAIL CLAIM_LATE',
      'FAIL PAYROLL_PLACEMENT',
      'OPEN COMPETING_CLAIM',
      'INFO AMOUNT_REDUCED_TO_TARIFF',
    ]);
    expect(read.at(-1)?.sentence).toBe('Bedrag verlaagd naar het tarief van € 3.000,00.');
  });
  it('lists all that is missing where several rules miss something', () => {
    const rules = [missing('R4', 'PAYSLIP'), missing('R19', 'WEEKLY_HOURS')];
    const [reading] = whatStaffReads({ ...decided({ open: ['EVIDENCE_MISSING'] }), rules }, 'en');
    expect(reading?.sentence).toBe('Required evidence is missing: payslip, hours per week.');
  });
});

describe('what a provider reads', () => {
  const ALLOWED = new Set<string>([...PROVIDER_CODES, ...CODES.filter((code) => PROVIDER_READS[code] === 'ITSELF')]);

  it.each(CODES)('of %s tells nothing about a benefit or a rival', (code) => {
    for (const language of LANGUAGES)
      for (const lists of [{ fail: [code] }, { open: [code] }]) {
        const [reading, ...more] = whatAProviderReads(decided(lists), language);
        expect(more).toEqual([]);
        expect(ALLOWED).toContain(reading?.code);
        expect(reading?.sentence).toMatch(/^.+\.$/);
        expect(reading?.sentence).not.toMatch(RIVAL);
        expect(reading?.sentence).not.toMatch(BENEFIT);
      }
  });
  it.each([
    [['BENEFIT_NOT_ENDED', 'SANCTION_NOT_OUTFLOW', 'RELAPSE_WITHIN_SUSTAIN'], [], ['BENEFIT_CONDITION_NOT_MET']],
    [['PARTIAL_BENEFIT_CONTINUES', 'OUTFLOW_TO_EDUCATION'], ['OUTFLOW_NOT_TO_WORK'], ['BENEFIT_CONDITION_NOT_MET']],
    [['OTHER_BENEFIT_IN_SUSTAIN'], [], ['BENEFIT_CONDITION_NOT_MET']],
    [[], ['COMPETING_CLAIM', 'CLIENT_DISPUTES_CONTRIBUTION', 'APPROVAL_REFUSED'], ['UNDER_ASSESSMENT']],
    [
      ['OUTFLOW_CREDITED_TO_OTHER', 'OUTFLOW_ALREADY_PAID', 'REPEAT_OUTFLOW_WITHIN_WAITING'],
      [],
      ['OUTFLOW_NOT_CREDITED'],
    ],
    [[], ['CLAIMED_WITH_OTHER_FUNDER'], ['UNDER_ASSESSMENT']],
    [['CLAIMED_WITH_OTHER_FUNDER'], [], ['OUTFLOW_NOT_CREDITED']],
    [['NO_ASSIGNMENT', 'BENEFIT_NOT_ENDED'], ['COMPETING_CLAIM', 'EMPLOYMENT_UNVERIFIED'], ['NO_ASSIGNMENT']],
    [
      ['CLAIM_LATE', 'BENEFIT_NOT_ENDED', 'PAYROLL_PLACEMENT'],
      [],
      ['CLAIM_LATE', 'BENEFIT_CONDITION_NOT_MET', 'PAYROLL_PLACEMENT'],
    ],
  ])('of %j failing and %j open is %j', (fail, open, expected) => {
    expect(codesRead({ fail, open })).toEqual(expected);
  });
  it('carries the proof that the outflow was paid, and nothing else of it', () => {
    const paid = decided({ fail: ['OUTFLOW_ALREADY_PAID'] }, { ...DATA, tag: 'b7c1' });
    expect(whatAProviderReads(paid, 'nl').map((reading) => reading.sentence)).toEqual([
      'Deze uitstroom is niet aan u toegerekend (bewijs b7c1).',
    ]);
  });
  it('of a reclaimed bonus names no benefit either', () => {
    const due = decided({ fail: ['CLAWBACK_DUE'] }, { code: 'RELAPSE_WITHIN_SUSTAIN' });
    expect(whatAProviderReads(due, 'nl')[0]?.sentence).toBe(
      'De bonus wordt teruggevorderd wegens BENEFIT_CONDITION_NOT_MET.',
    );
  });
  it('of a code these words do not know is nothing but that it is being assessed', () => {
    expect(codesRead({ fail: ['SOME_LATER_CODE'] })).toEqual(['UNDER_ASSESSMENT']);
  });
  it('of a refusal leaves the state unsaid, for it may rest on a decision not yet made known', () => {
    expect(whatAProviderReadsOfRefusal('STATE_FORBIDS', 'nl', { state: 'CONTESTED' })).toBe(
      'De status staat dit niet toe.',
    );
    expect(whatAProviderReadsOfRefusal('DUPLICATE_SUBMISSION', 'nl', { no: 'c1' })).toBe(
      'Deze declaratie is al ingediend als c1.',
    );
  });
});

describe('the rules', () => {
  it.each(RULES.flatMap(({ id, codes }) => codes.map((code) => [id, code] as const)))(
    '%s gives %s, which has words',
    (_, code) => {
      expect(isReasonCode(code)).toBe(true);
    },
  );
});
