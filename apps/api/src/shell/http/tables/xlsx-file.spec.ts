import { rowsIn } from '../../../../../../test/e2e/spreadsheet.js';
import { xlsxFile } from './xlsx-file.js';

const read = async (row: Readonly<Record<string, string | number | null | undefined>>) =>
  rowsIn(await xlsxFile([row], Object.keys(row)))[0];

test.each(['=1+1', '@SUM(A1)', '-x', ' spatie ', '<b>&amp;"', '2008-10-10', '007', 'één\ntwee'])(
  'what somebody typed is text and stays as it is: %j',
  async (value) => {
    expect(await read({ providerReference: value })).toEqual({ providerReference: { value, shown: 'plain' } });
  },
);

test('a sign that a spreadsheet cannot hold does not spoil the file', async () => {
  expect(await read({ providerReference: 'a\u0001b\uFFFF' })).toMatchObject({ providerReference: { value: 'ab' } });
});

test('a day is one, whatever the year, and money is euros; what is not known is an empty cell', async () => {
  const days = { submittedOn: '2008-02-29', dueOn: '', untilOn: null, asOf: '2199-12-31' };
  const row = { ...days, cents: 1_700_050, paidCents: -250, toPayCents: undefined, tariffCents: 0 };
  expect(await read(row)).toEqual({
    submittedOn: { value: 39_507, shown: 'day' },
    euros: { value: 17_000.5, shown: 'euros' },
    paidEuros: { value: -2.5, shown: 'euros' },
    tariffEuros: { value: 0, shown: 'euros' },
    asOf: { value: 109_574, shown: 'day' },
  });
});

test('a sum over the longest file is right to the cent, as a spreadsheet reckons', async () => {
  const amounts = Array.from({ length: 10_000 }, (_, index) => 299_999 + 7 * index);
  const rows = rowsIn(
    await xlsxFile(
      amounts.map((cents) => ({ cents })),
      ['cents'],
    ),
  );
  const sum = rows.reduce((euros, row) => euros + Number(row['euros']?.value), 0);
  expect(sum.toFixed(2)).toBe((amounts.reduce((cents, amount) => cents + amount) / 100).toFixed(2));
});
