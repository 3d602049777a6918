import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { typesFor, type Contract } from './contract.js';
import { fieldsOf } from './schema-fields.js';
import { bodyOf, codeFrom, hoursFrom, typedOf } from './typed-fact.js';

const contract = JSON.parse(readFileSync(resolve('apps/api/openapi.json'), 'utf8')) as Contract;
const kindsOf = (type: string): Record<string, string> =>
  Object.fromEntries(fieldsOf(contract, type).map(({ name, kind }) => [name, kind]));

test('each role is offered the kinds of facts that it may record', () => {
  expect(typesFor(contract, ['BENEFITS'])).toContain('BenefitGranted');
  expect(typesFor(contract, ['BENEFITS'])).not.toContain('TrajectAssigned');
  expect(typesFor(contract, ['CASEMGR'])).toContain('TrajectAssigned');
  expect(typesFor(contract, ['APPROVER2'])).toEqual([]);
});

test('how a field is asked for follows from its schema', () => {
  expect(kindsOf('PlacementStarted')).toMatchObject({
    validFrom: 'day',
    jobId: 'reference',
    form: 'choice',
    weeklyHours: 'hours',
    grossMonthlyCents: 'money',
    subform: 'code',
  });
  expect(kindsOf('IntakeHeld')).toMatchObject({ agreedGoals: 'codes', promised: 'rows' });
  expect(kindsOf('ClientStatement')).toMatchObject({ wordsCommitment: 'words', contribution: 'choice' });
  expect(kindsOf('SelfPlacementConfirmed')).toMatchObject({ bbzActive: 'boolean' });
});

test('a fact that was recorded is typed and sent the same', () => {
  const fact = {
    trajectId: 'anja-t1',
    agreedGoals: ['WORK', 'LANGUAGE'],
    promised: [{ what: 'COURSE', dueOn: '2026-03-01' }],
    validFrom: '2026-02-01',
  };
  const fields = fieldsOf(contract, 'IntakeHeld');
  expect(bodyOf(fields, typedOf(fields, fact))).toEqual(fact);
  const job = { jobId: 'j1', weeklyHours: 2850, grossMonthlyCents: 123_450, form: 'REGULAR' };
  const jobFields = fieldsOf(contract, 'PlacementStarted');
  expect(bodyOf(jobFields, typedOf(jobFields, job))).toEqual(job);
});

test('hours and codes are read as people write them', () => {
  expect([hoursFrom('28,5'), hoursFrom('32'), hoursFrom('veel')]).toEqual([2850, 3200, undefined]);
  expect(codeFrom(' no show ')).toBe('NO_SHOW');
});
