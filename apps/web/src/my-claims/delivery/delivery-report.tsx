import { useEffect, useRef, useState } from 'react';
import { DataTable } from '../../parts/data-table.js';
import { useFaultText } from '../../parts/form/fault-text.js';
import { Field } from '../../parts/form/field.js';
import { SaveButton } from '../../parts/save-button.js';
import { useLabel } from '../../parts/schema/use-label.js';
import { Status, type Tone } from '../../parts/status.js';
import type { Schema } from '../../shell/api/client.js';
import { useDeliveryTexts } from './delivery-texts.js';
import { csvBlob, csvCell } from './templates.js';

export type Report = Schema<'DeliveryReport'>;
type Row = Report['rows'][number];

const SHOWN_MAX = 200;
const TONES: Readonly<Record<Row['status'], Tone>> = { RECORDED: 'good', DUPLICATE: 'neutral', REFUSED: 'bad' };

/** What happened to each row, refused ones first to look at. */
export function DeliveryReport({ report }: { readonly report: Report }) {
  const texts = useDeliveryTexts();
  const wordsOf = useFaultText();
  const labelOf = useLabel();
  const heading = useRef<HTMLHeadingElement>(null);
  const [onlyRefused, setOnlyRefused] = useState(report.refused > 0);
  useEffect(() => heading.current?.focus(), []);
  const rows = onlyRefused ? report.rows.filter(({ status }) => status === 'REFUSED') : report.rows;
  const whyOf = ({ errors, code = '' }: Row): readonly string[] =>
    errors.length === 0
      ? [code]
      : errors.map((fault) => texts.field(labelOf(fault.pointer.split('/').at(-1) ?? ''), wordsOf(fault)));
  const lines = (): readonly string[] => [
    `${texts.line};${texts.status};${texts.why}`,
    ...report.rows.map((row) =>
      [String(row.row), texts.statuses[row.status], whyOf(row).join(' ')].map(csvCell).join(';'),
    ),
  ];
  return (
    <section aria-labelledby="report">
      <h2 id="report" ref={heading} tabIndex={-1}>
        {texts.report}
      </h2>
      <p>{texts.summary(report.recorded, report.duplicates, report.refused)}</p>
      <Field pointer="/show" label={texts.show}>
        {(input) => (
          <select
            {...input}
            value={onlyRefused ? 'refused' : 'all'}
            onChange={({ target }) => setOnlyRefused(target.value === 'refused')}
          >
            <option value="all">{texts.showAll}</option>
            <option value="refused">{texts.showRefused}</option>
          </select>
        )}
      </Field>
      <DataTable
        caption={texts.report}
        captionHidden
        columns={[
          { head: texts.line, cell: ({ row }) => row },
          { head: texts.status, cell: ({ status }) => <Status tone={TONES[status]}>{texts.statuses[status]}</Status> },
          { head: texts.why, cell: (row) => whyOf(row).map((why) => <p key={why}>{why}</p>) },
        ]}
        rows={rows.slice(0, SHOWN_MAX)}
        keyOf={({ row }) => String(row)}
        empty={texts.noRows}
      />
      {rows.length > SHOWN_MAX && <p>{texts.more(rows.length - SHOWN_MAX)}</p>}
      <SaveButton
        label={texts.saveReport}
        name={`verslag-${report.deliveryId}.csv`}
        content={async () => csvBlob(lines())}
      />
    </section>
  );
}
