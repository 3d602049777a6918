import { useState } from 'react';
import { DataTable } from '../../parts/data-table.js';
import { Status, type Tone } from '../../parts/status.js';
import type { Schema } from '../../shell/api/client.js';
import { useDeliveriesTexts } from '../deliveries-texts.js';
import { RowFaults } from './row-faults.js';

type Report = Schema<'DeliveryReport'>;
type Row = Report['rows'][number];

const TONES: Readonly<Record<Row['status'], Tone>> = { RECORDED: 'good', DUPLICATE: 'neutral', REFUSED: 'bad' };
const SHOWN = 100;

interface Props {
  readonly report: Report;
  /** What would happen, instead of what happened. */
  readonly preview?: boolean;
}

/** What became, or would become, of each row; what is refused is shown first of all. */
export function DeliveryReport({ report, preview = false }: Props) {
  const texts = useDeliveriesTexts();
  const [all, setAll] = useState(false);
  const words = preview ? texts.wouldBe : texts.became;
  const rows = report.rows.toSorted((one, other) => order(one) - order(other) || one.row - other.row);
  const shown = all ? rows : rows.slice(0, SHOWN);
  return (
    <section aria-labelledby="report">
      <h2 id="report">{preview ? texts.preview : texts.report}</h2>
      <dl className="facts">
        <dt>{words.RECORDED}</dt>
        <dd>{report.recorded}</dd>
        <dt>{words.DUPLICATE}</dt>
        <dd>{report.duplicates}</dd>
        <dt>{words.REFUSED}</dt>
        <dd>{report.refused}</dd>
      </dl>
      {report.watermark !== 'NOT_ASKED' && <p>{texts.watermarks[report.watermark]}</p>}
      <DataTable
        caption={texts.rows}
        captionHidden
        rows={shown}
        keyOf={({ row }) => String(row)}
        columns={[
          { head: texts.row, cell: ({ row }) => row },
          { head: texts.result, cell: ({ status }) => <Status tone={TONES[status]}>{words[status]}</Status> },
          { head: texts.why, cell: (row) => <RowFaults row={row} /> },
        ]}
      />
      {shown.length < rows.length && (
        <p>
          <button type="button" onClick={() => setAll(true)}>
            {texts.showAll(rows.length)}
          </button>
        </p>
      )}
    </section>
  );
}

const order = ({ status }: Row): number => ['REFUSED', 'DUPLICATE', 'RECORDED'].indexOf(status);
