import { useParams } from 'react-router';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Status } from '../parts/status.js';
import { Day, Money } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useReading } from '../shell/api/use-reading.js';
import { dayText } from '../shell/language/format.js';
import { BatchActions } from './batch-actions.js';
import { BatchLines } from './batch-lines.js';
import { useBatchesTexts } from './batches-texts.js';
import { countGoing } from './lines-that-go.js';

/** One batch: its lines, who did what with it, its file, and what can be done next. */
export function BatchPage() {
  const texts = useBatchesTexts();
  const { batchId = '' } = useParams();
  const batch = useReading('/betaalbatches/{batchId}', { path: { batchId } }, { live: true });
  const preparedOn = batch.data?.data.preparedOn;
  const title = preparedOn === undefined ? texts.paymentBatch : texts.batchOf(dayText(preparedOn));
  return (
    <Page title={title} above={[{ path: '/betaalbatches', title: texts.title }]}>
      <Loaded reading={batch}>
        {(data, etag = '') => (
          <>
            <BatchFacts batch={data} />
            <BatchActions batch={data} etag={etag} />
            <BatchLines batch={data} etag={etag} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function BatchFacts({ batch }: { readonly batch: Schema<'Batch'> }) {
  const texts = useBatchesTexts();
  const { batchId, status, controlSumCents, lines, preparedOn, preparer, releasedOn, payer, exportedOn, fileHash } =
    batch;
  return (
    <dl className="facts">
      <dt>{texts.number}</dt>
      <dd>{batchId}</dd>
      <dt>{texts.status}</dt>
      <dd>
        <Status tone={status === 'CANCELLED' ? 'bad' : 'neutral'}>{texts.statuses[status]}</Status>
      </dd>
      <dt>{texts.sum}</dt>
      <dd>
        <Money cents={controlSumCents} /> ({texts.lineCount(countGoing(lines))})
      </dd>
      <dt>{texts.preparedBy}</dt>
      <dd>
        {preparer ?? '–'}, <Day on={preparedOn} />
      </dd>
      {releasedOn !== undefined && (
        <>
          <dt>{texts.releasedBy}</dt>
          <dd>
            {payer}, <Day on={releasedOn} />
          </dd>
        </>
      )}
      {exportedOn !== undefined && (
        <>
          <dt>{texts.exportedOn}</dt>
          <dd>
            <Day on={exportedOn} />
          </dd>
        </>
      )}
      {fileHash !== undefined && (
        <>
          <dt>{texts.fileHash}</dt>
          <dd className="hash">{fileHash}</dd>
        </>
      )}
    </dl>
  );
}
