import { rowsIn } from '../../../../../../test/e2e/spreadsheet.js';
import { xlsxFile } from './xlsx-file.js';

const read = async (row: Readonly<Record<string, string | number | null>>) =>
  rowsIn(await xlsxFile([row], Object.keys(row)))[0];

test.each(['=1+1', '@SUM(A1)', '-x', ' spatie ', '<b>&amp;"', '2008-10-10', '007', 'één\ntwee'])(
  'what somebody typed is text and stays as it is: %j',
  async (value) => {
    expect(await read({ providerReference: value })).toEqual({ providerReference: { value, isDay: false } });
  },
);

test('a sign that a spreadsheet cannot hold does not spoil the file', async () => {
  expect(await read({ providerReference: 'a\u0001b\uFFFF' })).toMatchObject({ providerReference: { value: 'ab' } });
});

test('a day is one, whatever the year; what is not known is an empty cell', async () => {
  const row = { submittedOn: '2008-02-29', dueOn: '', untilOn: null, cents: -250, asOf: '2199-12-31' };
  expect(await read(row)).toEqual({
    submittedOn: { value: 39_507, isDay: true },
    cents: { value: -250, isDay: false },
    asOf: { value: 109_574, isDay: true },
  });
});
