import fc from 'fast-check';
import { readCsv } from './csv.js';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

test('the header line says which delimiter the file has, and that one alone divides', () => {
  expect(readCsv('type;cents\nA;1.234,50\n')).toEqual([{ type: 'A', cents: '1.234,50' }]);
  expect(readCsv('type,cents\nA,5')).toEqual([{ type: 'A', cents: '5' }]);
  expect(readCsv('type\tcents\nA\t5')).toEqual([{ type: 'A', cents: '5' }]);
});

test('quotes keep delimiters, line ends and quotes inside a cell', () => {
  expect(readCsv('a;b\r\n"x;y";"he said ""no""\nand left"\r\n')).toEqual([{ a: 'x;y', b: 'he said "no"\nand left' }]);
});

test('empty cells are left out, empty lines too, and a cell too many keeps its place', () => {
  expect(readCsv('\uFEFFa;b;c\n;2;\n\n1;;\n1;2;3;4')).toEqual([
    { b: '2' },
    { a: '1' },
    { a: '1', b: '2', c: '3', 'column 4': '4' },
  ]);
});

test('a quote that is never closed, or a name used twice, is no file we read', () => {
  expect(readCsv('a;b\n"x;y')).toBeUndefined();
  expect(readCsv('a;a\n1;2')).toBeUndefined();
});

test('whatever is written as CSV is read back the same', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const cell = fc.string({ minLength: 1 }).filter((text) => text.trim() === text);
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 });
  console.log(`seed ${seed}`);
  fc.assert(
    fc.property(table, fc.constantFrom(';', ',', '\t'), (rows, delimiter) => {
      const lines = [['first', 'second'], ...rows].map((line) => line.map(quoted).join(delimiter));
      expect(readCsv(lines.join('\r\n'))).toEqual(rows.map(([first, second]) => ({ first, second })));
    }),
    { seed },
  );
});
