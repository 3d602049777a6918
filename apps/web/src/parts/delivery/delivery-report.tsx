import { useEffect, useRef, useState } from 'react';
import { csvBlob } from '../csv.js';
import { DataTable } from '../data-table.js';
import { SaveButton } from '../save-button.js';
import { Status, type Tone } from '../status.js';
import { useDeliveryTexts } from './delivery-texts.js';
import { useRowFaults } from './row-faults.js';
import type { Report } from './use-delivery.js';

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
  const texts = useDeliveryTexts();
  const whyOf = useRowFaults();
  const heading = useRef<HTMLHeadingElement>(null);
  const [all, setAll] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const words = preview ? texts.wouldBe : texts.became;
  const rows = report.rows.toSorted((one, other) => order(one) - order(other) || one.row - other.row);
  const shown = all ? rows : rows.slice(0, SHOWN);
  const asCsv = (): Blob =>
    csvBlob([
      [texts.row, texts.result, texts.why],
      ...report.rows.map((row) => [row.row, words[row.status], whyOf(row).join(' ')]),
    ]);
  return (
    <section aria-labelledby="report">
      <h2 id="report" ref={heading} tabIndex={-1}>
        {preview ? texts.preview : texts.report}
      </h2>
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
          { head: texts.why, cell: (row) => whyOf(row).map((why) => <p key={why}>{why}</p>) },
        ]}
      />
      <div className="buttons">
        {shown.length < rows.length && (
          <button type="button" onClick={() => setAll(true)}>
            {texts.showAll(rows.length)}
          </button>
        )}
        <SaveButton label={texts.save} name={`${report.deliveryId}.csv`} content={() => Promise.resolve(asCsv())} />
      </div>
    </section>
  );
}

const order = ({ status }: Row): number => ['REFUSED', 'DUPLICATE', 'RECORDED'].indexOf(status);
