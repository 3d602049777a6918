import { DataTable } from '../../parts/data-table.js';
import { wordFor } from '../../parts/facts/facts-texts.js';
import type { Schema } from '../../shell/api/client.js';
import { moneyText } from '../../shell/language/format.js';
import { useDeskTexts } from '../desk-texts.js';

type Figures = Schema<'DeskFigures'>;

interface Row {
  readonly name: string;
  readonly first: number;
  readonly second: number;
  readonly say: (value: number) => string;
}

/** The whole of the work list in two pasts, side by side. */
export function DeskFigures({ first, second }: { readonly first: Figures; readonly second: Figures }) {
  const texts = useDeskTexts();
  const row = (name: string, value: (figures: Figures) => number, say: Row['say'] = String): Row => ({
    name,
    first: value(first),
    second: value(second),
    say,
  });
  const states = [...new Set([...Object.keys(first.states), ...Object.keys(second.states)])].toSorted();
  const rows = [
    row(texts.allClaims, ({ claims }) => claims),
    row(texts.underwayClaims, ({ underway }) => underway),
    row(texts.dueCents, ({ cents }) => cents, moneyText),
    row(texts.toPayCents, ({ toPayCents }) => toPayCents, moneyText),
    ...states.map((state) => row(wordFor(texts.states, state), (figures) => figures.states[state] ?? 0)),
  ];
  return (
    <DataTable
      caption={texts.figures}
      columns={[
        { head: texts.figure, cell: ({ name }) => name },
        { head: texts.firstCut, numeric: true, cell: (one) => one.say(one.first) },
        { head: texts.secondCut, numeric: true, cell: (one) => one.say(one.second) },
        { head: texts.change, numeric: true, cell: (one) => one.say(one.second - one.first) },
      ]}
      rows={rows}
      keyOf={({ name }) => name}
    />
  );
}
