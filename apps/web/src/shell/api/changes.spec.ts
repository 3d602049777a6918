import { concerns, isList } from './changes.js';

const claim = ['/claims/{claimId}', { path: { claimId: 'abc.one' } }, 'nl'];
const file = ['/dossiers/{dossierRef}/tijdlijn', { path: { dossierRef: 'abc' } }, 'nl'];
const contract = ['/contracten/{contractId}', { path: { contractId: 'K-1' } }, 'nl'];
const desk = ['/werkvoorraad', { query: { page: 2 } }, 'nl'];

test('a claim is read again when it or its file changed, and not for another of the same file', () => {
  expect(concerns(claim, { resource: 'claims', id: 'abc.one' })).toBe(true);
  expect(concerns(claim, { resource: 'dossiers', id: 'abc' })).toBe(true);
  expect(concerns(claim, { resource: 'claims', id: 'abc.two' })).toBe(false);
  expect(concerns(claim, { resource: 'claims', id: 'abc.one2' })).toBe(false);
});

test('a file is read again when a claim in it changed, terms when they did, a list by anything', () => {
  expect(concerns(file, { resource: 'claims', id: 'abc.two' })).toBe(true);
  expect(concerns(file, { resource: 'claims', id: 'abcd.two' })).toBe(false);
  expect(concerns(contract, { resource: 'voorwaarden', id: 'contract/K-1' })).toBe(true);
  expect(concerns(contract, { resource: 'voorwaarden', id: 'contract/K-11' })).toBe(false);
  expect(concerns(desk, { resource: 'betaalbatches', id: 'b1' })).toBe(true);
  expect([isList(desk), isList(file)]).toEqual([true, false]);
});
