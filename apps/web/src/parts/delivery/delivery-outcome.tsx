import { ProblemNotice } from '../problem-notice.js';
import { DeliveryReport } from './delivery-report.js';
import { useDeliveryTexts } from './delivery-texts.js';
import type { Delivery } from './use-delivery.js';

/** What would become of each row, the button that records them, and then what did. */
export function DeliveryOutcome({ delivery: { preview, report, record, recording } }: { readonly delivery: Delivery }) {
  const texts = useDeliveryTexts();
  if (report !== undefined) return <DeliveryReport key="report" report={report} />;
  if (preview === undefined) return null;
  return (
    <>
      <DeliveryReport key="preview" report={preview} preview />
      <ProblemNotice problem={recording.problem} />
      {preview.recorded === 0 ? (
        <p>{texts.nothingToRecord}</p>
      ) : (
        <p>
          <button type="button" className="primary" disabled={recording.pending} onClick={() => void record()}>
            {recording.pending ? texts.busy : texts.record(preview.recorded)}
          </button>
        </p>
      )}
    </>
  );
}
