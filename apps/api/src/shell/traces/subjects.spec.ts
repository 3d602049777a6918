import { subjectsIn } from './subjects.js';

const [one, two] = ['aaaaaaaaaaaaa', 'bbbbbbbbbbbbb'];

test('whoever an answer shows is found, deep in it, by a claim of theirs, and one by one in a list', () => {
  const deep = { results: [{ fields: { claimId: `${one}.c` } }] };
  expect([...subjectsIn(deep)]).toEqual([one]);
  expect([...subjectsIn({ fields: { erased: [one, two], refused: [] } })]).toEqual([one, two]);
  expect([...subjectsIn({ dossierRef: 'none', other: [one] })]).toEqual([]);
});
