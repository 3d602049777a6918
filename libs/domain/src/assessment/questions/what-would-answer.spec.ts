import { noTerms } from '../../terms/terms.js';
import { changeWords } from '../../sentences/changes.js';
import { outflowWith, outflowWithout, subjectOf } from '../testing/story.js';
import { whatWouldAnswer } from './what-would-answer.js';

const terms = noTerms('0392');

test('only the reasons that were told are answered, whatever else is in the way', () => {
  const subject = subjectOf(outflowWithout(['PlacementConfirmed']), { terms });
  const told = [{ code: 'EMPLOYMENT_UNVERIFIED', open: true }];
  expect(whatWouldAnswer(subject, told)).toMatchObject([
    { code: 'EMPLOYMENT_UNVERIFIED', change: 'PlacementConfirmed', by: ['REGISTRY'] },
  ]);
  expect(whatWouldAnswer(subject, [])).toEqual([]);
});

test('what only a correction of facts would change, and what is no reason of ours, has no answer', () => {
  const subject = subjectOf(outflowWith(), { terms });
  for (const code of [
    'UNDER_ASSESSMENT',
    'OUTFLOW_NOT_CREDITED',
    'BENEFIT_CONDITION_NOT_MET',
    'SELF_FOUND_BEFORE_INTAKE',
  ])
    expect(
      whatWouldAnswer(subject, [
        { code, open: false },
        { code, open: true },
      ]),
    ).toEqual([]);
});

test('every change that can be needed has its sentence, in both languages', () => {
  expect(changeWords('ClaimCompleted (PAYSLIP, WEEKLY_HOURS)', 'nl')).toBe(
    'Het ontbrekende bewijs komt erbij: loonstrook, uren per week.',
  );
  expect(changeWords('SourceWatermark (UWV_POLIS)', 'en')).toBe('UWV_POLIS reports that its data are complete.');
  expect(changeWords('Time', 'nl')).toBe('De termijn loopt af.');
  expect(changeWords('SomethingElse', 'nl')).toBe('SomethingElse');
});
