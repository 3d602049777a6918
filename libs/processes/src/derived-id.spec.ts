import { derivedHash, derivedId } from './derived-id.js';

test('the same names give the same id and hash for ever: streams hold them', () => {
  expect(derivedId('0363', 'SAGENN', 'key-1')).toBe('be26bc21-3028-8b29-bbee-533ab6a77f82');
  expect(derivedHash('0363', 'SAGENN', 'key-1')).toBe(
    'be26bc2130287b293bee533ab6a77f821d8c775e04402bc4bc952e6bd6d436fd',
  );
  expect(derivedId()).toBe('e3b0c442-98fc-8c14-9afb-f4c8996fb924');
});

test('names do not run into each other', () => {
  expect(derivedId('a', 'bc')).not.toBe(derivedId('ab', 'c'));
  expect(derivedHash('a', '')).not.toBe(derivedHash('a'));
});
