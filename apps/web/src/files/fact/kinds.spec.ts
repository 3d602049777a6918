import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Contract } from '../../parts/schema/contract.js';
import { kindsFor } from './kinds.js';

const contract = JSON.parse(readFileSync(resolve('apps/api/openapi.json'), 'utf8')) as Contract;

test('each role is offered the kinds of facts that it may record', () => {
  expect(kindsFor(contract, ['BENEFITS'])).toContain('BenefitGranted');
  expect(kindsFor(contract, ['BENEFITS'])).not.toContain('TrajectAssigned');
  expect(kindsFor(contract, ['CASEMGR'])).toContain('TrajectAssigned');
  expect(kindsFor(contract, ['APPROVER2'])).toEqual([]);
});
