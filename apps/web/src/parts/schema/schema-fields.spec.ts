import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Contract } from './contract.js';
import { fieldsOf } from './schema-fields.js';
import { bodyOf, codeFrom, hundredthsFrom, typedOf } from './typed-values.js';

const contract = JSON.parse(readFileSync(resolve('apps/api/openapi.json'), 'utf8')) as Contract;
const kindsOf = (name: string): Record<string, string> =>
  Object.fromEntries(fieldsOf(contract, name).map((field) => [field.name, field.kind]));

test('how a field is asked for follows from its schema', () => {
  expect(kindsOf('FactPlacementStarted')).toMatchObject({
    validFrom: 'day',
    jobId: 'reference',
    form: 'choice',
    weeklyHours: 'hours',
    grossMonthlyCents: 'money',
    subform: 'code',
  });
  expect(kindsOf('FactIntakeHeld')).toMatchObject({ agreedGoals: 'codes', promised: 'rows' });
  expect(kindsOf('FactClientStatement')).toMatchObject({ wordsCommitment: 'words', contribution: 'choice' });
  expect(kindsOf('RegisterContract')).toMatchObject({ vat: 'group', maxDuration: 'duration', products: 'codes' });
  expect(kindsOf('DefinitionParameters')).toMatchObject({
    jobRequired: 'boolean',
    formsAllowed: 'choices',
    fundedKinds: 'allOrCodes',
    selfFoundAfter: 'codeOrShare',
    requiredEvidence: 'choices',
    minHours: 'number',
    milestones: 'rows',
  });
});

test.each([
  [
    'FactIntakeHeld',
    {
      trajectId: 'anja-t1',
      agreedGoals: ['WORK', 'LANGUAGE'],
      promised: [{ what: 'COURSE', dueOn: '2026-03-01' }],
      validFrom: '2026-02-01',
    },
  ],
  ['FactPlacementStarted', { jobId: 'j1', weeklyHours: 2850, grossMonthlyCents: 123_450, form: 'REGULAR' }],
  ['RegisterContract', { contractId: 'K1', maxDuration: 'P2Y', vat: { treatment: 'ADDED', rateBp: 2100 } }],
  [
    'DefinitionParameters',
    { formsAllowed: ['REGULAR', 'AGENCY'], fundedKinds: 'ALL', selfFoundAfter: 'REVIEW', requiredSources: [] },
  ],
  ['DefinitionParameters', { fundedKinds: ['WIW', 'ID'], selfFoundAfter: 5000, minHours: 28.5, jobRequired: true }],
])('what was recorded as %s is typed and sent the same', (name, said) => {
  const fields = fieldsOf(contract, name);
  expect(bodyOf(fields, typedOf(fields, said))).toEqual(said);
});

test('hours and codes are read as people write them', () => {
  expect([hundredthsFrom('28,5'), hundredthsFrom('32'), hundredthsFrom('veel')]).toEqual([2850, 3200, undefined]);
  expect(codeFrom(' no show ')).toBe('NO_SHOW');
});
