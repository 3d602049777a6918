import { benefits } from '../../testing/actors.js';
import { heardOn, definitionWith, outflowWith, subjectOf, type Heard } from '../testing/story.js';
import { saysOtherwise, whatIf } from './what-if.js';

const unemploymentBenefit: Heard = heardOn('2008-12-10', {
  type: 'BenefitGranted',
  payload: {
    source: { system: 'UWV_POLIS' },
    assurance: 'AUTHORITATIVE',
    benefitId: 'ww',
    kind: 'WW',
    municipality: '0392',
    validFrom: '2008-12-01',
  },
  by: benefits(),
});
const standard = definitionWith({});
const bijstandOnly = definitionWith({ definition: { bijstandOnly: true } });

test('another definition is put to the same facts, and the rule that answers otherwise is named', () => {
  const asked = whatIf(
    subjectOf(outflowWith(unemploymentBenefit)),
    { definition: bijstandOnly },
    { definition: standard },
  );
  expect([asked.before.outcome, asked.after.outcome, asked.rule]).toEqual(['REJECTED', 'ELIGIBLE', 'R26']);
  expect(saysOtherwise(asked)).toBe(true);
});

test('another tariff changes the amount and no rule', () => {
  const asked = whatIf(subjectOf(outflowWith()), { tariffCents: 100_000 });
  expect([asked.before.cents, asked.after.cents, asked.rule]).toEqual([300_000, 100_000, undefined]);
  expect(saysOtherwise(asked)).toBe(true);
});

test('what comes out the same is no difference', () => {
  const asked = whatIf(subjectOf(outflowWith()), { definition: bijstandOnly }, { definition: standard });
  expect([saysOtherwise(asked), asked.rule]).toEqual([false, undefined]);
});
