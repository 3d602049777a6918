import type { ReactNode } from 'react';
import { usePartsTexts } from './parts-texts.js';

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Amounts and counts stand to the right. */
  readonly numeric?: boolean;
  /** The word by which the list can be sorted on it. */
  readonly sort?: string;
}

interface Props<Row> {
  readonly caption: string;
  /** Says the caption for who listens only, where a heading just above says it already. */
  readonly captionHidden?: boolean;
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** What is said when there are no rows. */
  readonly empty?: string;
  /** By which word the rows are sorted; descending with a minus before it. */
  readonly sorted?: string | undefined;
  readonly onSort?: (sorted: string) => void;
}

/** On a narrow screen rows are drawn as cards, which must not cost a screen reader its table. */
const ROLES = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  name: { role: 'rowheader' },
  cell: { role: 'cell' },
};

/** A real table with a caption; the first cell of a row is its heading. On narrow screens each row becomes a card. */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, captionHidden = false, columns, rows, keyOf, empty } = props;
  const texts = usePartsTexts();
  if (rows.length === 0) return <p>{empty ?? texts.none}</p>;
  return (
    <table {...ROLES.table} className="cards">
      <caption className={captionHidden ? 'visually-hidden' : ''}>{caption}</caption>
      <thead {...ROLES.group}>
        <tr {...ROLES.row} data-sort={texts.sortOn}>
          {columns.map((column) => (
            <Head key={column.head} column={column} sorted={props.sorted} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      <tbody {...ROLES.group}>
        {rows.map((row) => (
          <tr key={keyOf(row)} {...ROLES.row}>
            {columns.map(({ head, cell, numeric }, index) =>
              index === 0 ? (
                <th key={head} {...ROLES.name} scope="row" data-head={head}>
                  {cell(row)}
                </th>
              ) : (
                <td key={head} {...ROLES.cell} data-head={head} className={numeric === true ? 'numeric' : ''}>
                  <div>{cell(row)}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly sorted: string | undefined;
  readonly onSort: ((sorted: string) => void) | undefined;
}

function Head<Row>({ column: { head, sort, numeric }, sorted, onSort }: HeadProps<Row>) {
  const className = numeric === true ? 'numeric' : '';
  if (sort === undefined || onSort === undefined) {
    return (
      <th {...ROLES.head} scope="col" className={className}>
        {head}
      </th>
    );
  }
  const direction = sorted === sort ? 'ascending' : sorted === `-${sort}` ? 'descending' : 'none';
  const turned = direction === 'ascending' ? `-${sort}` : sort;
  return (
    <th {...ROLES.head} scope="col" aria-sort={direction} className={className}>
      <button type="button" className="sort" onClick={() => onSort(turned)}>
        {head} <span aria-hidden="true">{{ ascending: '▲', descending: '▼', none: '↕' }[direction]}</span>
      </button>
    </th>
  );
}
