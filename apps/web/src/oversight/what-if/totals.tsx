import { DataTable } from '../../parts/data-table.js';
import { moneyText } from '../../shell/language/format.js';
import type { Schema } from '../../shell/api/client.js';
import { useWhatIfTexts } from './what-if-texts.js';

type Run = Schema<'WhatIfRun'>;

interface Row {
  readonly name: string;
  readonly a: number;
  readonly b: number;
  readonly isMoney: boolean;
}

/** Euros and numbers of claims under A and B, as a drawing and as the table it is drawn from. */
export function Totals({ run: { before, after } }: { readonly run: Run }) {
  const texts = useWhatIfTexts();
  const counts: Row[] = Object.entries(texts.outcomes).flatMap(([outcome, name]) => {
    const [a, b] = [before.outcomes[outcome] ?? 0, after.outcomes[outcome] ?? 0];
    return a === 0 && b === 0 ? [] : [{ name, a, b, isMoney: false }];
  });
  const rows: Row[] = [{ name: texts.amount, a: before.cents, b: after.cents, isMoney: true }, ...counts];
  const say = ({ isMoney }: Row, value: number): string => (isMoney ? moneyText(value) : String(value));
  return (
    <figure className="totals">
      <Bars rows={counts} title={texts.chart} />
      <DataTable
        caption={texts.totals}
        columns={[
          { head: texts.what, cell: ({ name }) => name },
          { head: texts.a, numeric: true, cell: (row) => say(row, row.a) },
          { head: texts.b, numeric: true, cell: (row) => say(row, row.b) },
          { head: texts.change, numeric: true, cell: (row) => say(row, row.b - row.a) },
        ]}
        rows={rows}
        keyOf={({ name }) => name}
      />
    </figure>
  );
}

const ROW = 56;
const BAR = 20;
const NAME = 170;
const LENGTH = 300;
const PICTURE = { role: 'img' };

/** Two bars an outcome, told apart by letter and pattern as well as by colour. */
function Bars({ rows, title }: { readonly rows: readonly Row[]; readonly title: string }) {
  const most = Math.max(1, ...rows.flatMap(({ a, b }) => [a, b]));
  const width = NAME + LENGTH + 70;
  return (
    <svg {...PICTURE} aria-label={title} className="bars" viewBox={`0 0 ${width} ${rows.length * ROW}`}>
      {rows.map(({ name, a, b }, index) => (
        <g key={name}>
          <text x={0} y={index * ROW + 26}>
            {name}
          </text>
          {[a, b].map((value, side) => (
            <g key={side === 0 ? 'A' : 'B'}>
              <rect
                className={side === 0 ? 'bar-a' : 'bar-b'}
                x={NAME}
                y={index * ROW + side * (BAR + 2) + 4}
                width={Math.max(1, (value / most) * LENGTH)}
                height={BAR}
              />
              <text x={NAME + (value / most) * LENGTH + 8} y={index * ROW + side * (BAR + 2) + 20}>
                {side === 0 ? 'A' : 'B'}: {value}
              </text>
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
