import { csvEuros, csvText } from './csv.js';

test('a row has semicolons between its cells, and quotes where a cell holds one', () => {
  expect(
    csvText([
      ['a', 1],
      ['b;c', 'zei "ja"'],
    ]),
  ).toBe('a;1\r\n"b;c";"zei ""ja"""\r\n');
});

test('what a spreadsheet would take for a formula is text; an amount owed back is an amount', () => {
  expect(csvText([['=1+1', '@x', '-2', csvEuros(-300_050), -5]])).toBe("'=1+1;'@x;'-2;-3000,50;-5\r\n");
});
