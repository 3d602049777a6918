import { explain } from './explain.js';
import { RULES } from './rules/index.js';
import { assessed, outflowWithout } from './testing/story.js';

describe('why a claim was decided so', () => {
  const explained = explain(assessed(outflowWithout(['BenefitStopped'])));

  it('tells every rule in order, with its statement in two languages and the finding it comes from', () => {
    expect(explained.map(({ rule }) => rule)).toEqual(RULES.map(({ id }) => id));
    for (const { statement, source } of explained) {
      expect(statement.nl).not.toBe(statement.en);
      expect(source).not.toBe('');
    }
  });

  it('tells how each came out, with facts and sentence parameters', () => {
    const byRule = new Map(explained.map((one) => [one.rule, one]));
    expect(byRule.get('R2')).toMatchObject({ result: 'PASS', evidence: [], missing: [], data: {} });
    expect(byRule.get('R10')).toMatchObject({ result: 'NA' });
    expect(byRule.get('R8')).toMatchObject({
      result: 'FAIL',
      code: 'BENEFIT_NOT_ENDED',
      missing: ['BENEFIT_STOPPED'],
      data: { date: '2009-04-02' },
    });
  });

  it('skips a rule that was not written yet when the claim was decided', () => {
    expect(explain({ passed: ['R1'], rules: [{ rule: 'R2', result: 'NA' }] }).map(({ rule }) => rule)).toEqual([
      'R1',
      'R2',
    ]);
  });
});
