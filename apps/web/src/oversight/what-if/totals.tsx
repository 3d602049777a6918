import { DataTable } from '../../parts/data-table.js';
import { useWidth } from '../../parts/timeline/use-width.js';
import { moneyText } from '../../shell/language/format.js';
import type { Schema } from '../../shell/api/client.js';
import { useWhatIfTexts } from './what-if-texts.js';

type Sums = Schema<'WhatIfTotals'>;

/** What a side is called above its column, and in the drawing. */
export interface Side {
  readonly head: string;
  readonly mark: string;
}

interface Props {
  readonly before: Sums;
  readonly after: Sums;
  readonly sides: readonly [Side, Side];
}

interface Row {
  readonly name: string;
  readonly a: number;
  readonly b: number;
  readonly isMoney: boolean;
}

/** Euros and numbers of claims on two sides, as a drawing and as the table it is drawn from. */
export function Totals({ before, after, sides }: Props) {
  const texts = useWhatIfTexts();
  const [first, second] = sides;
  const counts: Row[] = Object.entries(texts.outcomes).flatMap(([outcome, name]) => {
    const [a, b] = [before.outcomes[outcome] ?? 0, after.outcomes[outcome] ?? 0];
    return a === 0 && b === 0 ? [] : [{ name, a, b, isMoney: false }];
  });
  const rows: Row[] = [{ name: texts.amount, a: before.cents, b: after.cents, isMoney: true }, ...counts];
  const say = ({ isMoney }: Row, value: number): string => (isMoney ? moneyText(value) : String(value));
  return (
    <figure className="totals">
      <Bars rows={counts} title={texts.chart} marks={[first.mark, second.mark]} />
      <DataTable
        caption={texts.totals}
        columns={[
          { head: texts.what, cell: ({ name }) => name },
          { head: first.head, numeric: true, cell: (row) => say(row, row.a) },
          { head: second.head, numeric: true, cell: (row) => say(row, row.b) },
          { head: texts.change, numeric: true, cell: (row) => say(row, row.b - row.a) },
        ]}
        rows={rows}
        keyOf={({ name }) => name}
      />
    </figure>
  );
}

const ROW = 76;
const BAR = 20;
const TOP = 22;
const ROOM = 56;
const PICTURE = { role: 'img' };

interface BarsProps {
  readonly rows: readonly Row[];
  readonly title: string;
  readonly marks: readonly [string, string];
}

/** Two bars an outcome, told apart by their marks as well as by colour; letters stay readable at any width. */
function Bars({ rows, title, marks }: BarsProps) {
  const [element, width] = useWidth();
  const most = Math.max(1, ...rows.flatMap(({ a, b }) => [a, b]));
  const height = rows.length * ROW;
  return (
    <div ref={element}>
      <svg {...PICTURE} aria-label={title} className="bars" {...{ width, height }} viewBox={`0 0 ${width} ${height}`}>
        {rows.map(({ name, a, b }, index) => (
          <g key={name}>
            <text x={0} y={index * ROW + 16}>
              {name}
            </text>
            {[a, b].map((value, side) => {
              const [y, length] = [index * ROW + TOP + side * (BAR + 2), (value / most) * (width - ROOM)];
              return (
                <g key={marks[side]}>
                  <rect
                    className={side === 0 ? 'bar-a' : 'bar-b'}
                    x={0}
                    y={y}
                    width={Math.max(1, length)}
                    height={BAR}
                  />
                  <text x={length + 8} y={y + 16}>
                    {marks[side]}: {value}
                  </text>
                </g>
              );
            })}
          </g>
        ))}
      </svg>
    </div>
  );
}
