import { useState } from 'react';
import { Form } from '../../parts/form/form.js';
import { Page } from '../../parts/page.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { useAnnounce } from '../../shell/announcer.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useSignedIn } from '../../shell/session/session.js';
import { useDeliveriesTexts } from '../deliveries-texts.js';
import { DeliveryFields, type Delivered } from './delivery-fields.js';
import { DeliveryReport } from './delivery-report.js';
import { useDelivery } from './use-delivery.js';

/** Facts in a file: first looked at row by row, then recorded. */
export function DeliverPage() {
  const texts = useDeliveriesTexts();
  const announce = useAnnounce();
  const { roles } = useSignedIn();
  const [delivered, setDelivered] = useState<Delivered>({
    system: roles.includes('FINANCE') ? 'FINANCE' : 'GWS4ALL',
    deliveryId: '',
    completeThrough: '',
  });
  const preview = useDelivery(useRecording('/v1/leveringen/_controleer'));
  const recording = useDelivery(useRecording('/v1/leveringen'));
  const change = (to: Delivered): void => {
    setDelivered(to);
    preview.forget();
    recording.forget();
  };
  const look = async (): Promise<void> => {
    const report = await preview.send(delivered);
    if (report !== undefined) announce(texts.lookedAt(report.recorded, report.refused));
  };
  const record = async (): Promise<void> => {
    const report = await recording.send(delivered);
    if (report !== undefined) announce(texts.taken(report.recorded));
  };
  return (
    <Page title={texts.title}>
      <p>{texts.explained}</p>
      <Form problem={preview.problem} pending={preview.pending} submit={texts.look} onSubmit={() => void look()}>
        <DeliveryFields delivered={delivered} onChange={change} />
      </Form>
      {preview.report !== undefined && recording.report === undefined && (
        <>
          <DeliveryReport report={preview.report} preview />
          <ProblemNotice problem={recording.problem} />
          <p>
            <button type="button" className="primary" disabled={recording.pending} onClick={() => void record()}>
              {recording.pending ? texts.busy : texts.record(preview.report.recorded)}
            </button>
          </p>
        </>
      )}
      {recording.report !== undefined && <DeliveryReport report={recording.report} />}
    </Page>
  );
}
