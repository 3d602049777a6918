import type { Role } from '@uitkomst/domain';
import { readRow } from './delivery-row.js';

const PERSON = 'aaaaaaaaaaaaa';
const granted = (fields: object = {}) => ({
  type: 'BenefitGranted',
  dossierRef: PERSON,
  benefitId: 'B2',
  kind: 'BIJSTAND',
  validFrom: '2009-06-01',
  ...fields,
});
const read = (raw: object, role: Role = 'BENEFITS') =>
  readRow(raw as Record<string, unknown>, { system: 'GWS4ALL', role, index: 3, language: 'en' });
const fieldsOf = (raw: object, role?: Role): unknown => {
  const row = read(raw, role);
  return row.kind === 'fact' ? row.fact.payload : row;
};
const faultsOf = (raw: object): readonly string[] => {
  const row = read(raw);
  return row.kind === 'wrong' ? row.errors.map(({ pointer }) => pointer) : [row.kind];
};

test.each<[Role, string]>([
  ['PROVIDER', 'ASSERTED_BY_PROVIDER'],
  ['REGISTRY', 'AUTHORITATIVE'],
  ['BENEFITS', 'AUTHORITATIVE'],
  ['FINANCE', 'DOCUMENTED'],
])('what %s delivers is as sure as that role is: %s', (role, assurance) => {
  expect(fieldsOf(granted(), role)).toMatchObject({ assurance });
});

test('a row that says itself how sure it is, or where it comes from, is believed; what it leaves out is filled in', () => {
  expect(fieldsOf(granted({ assurance: 'DOCUMENTED' }))).toMatchObject({ assurance: 'DOCUMENTED' });
  expect(fieldsOf(granted({ source: { system: 'SUITE' } }))).toMatchObject({ source: { system: 'SUITE' } });
  expect(fieldsOf(granted({ source: { ref: 'r-1' } }))).toMatchObject({ source: { system: 'GWS4ALL', ref: 'r-1' } });
});

test.each([
  ['nothing', null],
  ['a list', []],
  ['a name', 'GWS4ALL'],
])('a source that is %s is refused, not replaced by who delivers', (_what, source) => {
  expect(faultsOf(granted({ source }))).toEqual(['/rows/3/source']);
});

test('a row names its person one way: not both, and not nobody', () => {
  const both = granted({ bsn: '123456782' });
  const nobody = granted({ dossierRef: undefined });
  for (const raw of [both, nobody]) expect(faultsOf(raw)).toEqual(['/rows/3/dossierRef']);
  expect(read({ ...both, dossierRef: undefined })).toMatchObject({ kind: 'fact', person: { bsn: '123456782' } });
});

test('everything that is wrong with a row is told at once: who it is about, and what it says', () => {
  expect(faultsOf(granted({ dossierRef: undefined, kind: 'LOTTERY' }))).toEqual(['/rows/3/dossierRef', '/rows/3/kind']);
});
