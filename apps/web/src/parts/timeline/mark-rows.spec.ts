import { markRows } from './mark-rows.js';

test.each([
  ['far apart they stand in one row', [0, 50, 100], [0, 0, 0]],
  ['on one day they stand below each other', [10, 10, 10], [0, 1, 2]],
  ['a row is used again as soon as there is room', [0, 5, 25, 26], [0, 1, 0, 1]],
])('%s', (_title, places, rows) => expect(markRows(places)).toEqual(rows));
