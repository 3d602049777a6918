import { Problem } from '../../shell/api/problem.js';
import { differencesIn } from './differences.js';

const refused = (differences: readonly string[]): Problem =>
  new Problem({ type: 'about:blank', status: 409, title: '', detail: '', instance: '/', differences });

test('what the server tells of a case is taken apart', () => {
  const told = [
    'DIFF Anja c1 at 2009-04-02: PENDING until 2009-05-01; expected ELIGIBLE 250000',
    'DIFF Anja claim / 1 at 2008-12-01 under NL-26W@1: PENDING open NOT_YET_MATURE; expected PENDING until 2009-04-01',
  ];
  expect(differencesIn(refused(told))).toEqual([
    { name: 'Anja c1', on: '2009-04-02', got: 'PENDING until 2009-05-01', expected: 'ELIGIBLE 250000' },
    {
      name: 'Anja claim / 1',
      on: '2008-12-01',
      got: 'PENDING open NOT_YET_MATURE',
      expected: 'PENDING until 2009-04-01',
    },
  ]);
});

test('another refusal has no differences', () => {
  expect(differencesIn(null)).toEqual([]);
  expect(differencesIn(Problem.unreachable('/'))).toEqual([]);
});
