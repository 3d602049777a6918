import { useState } from 'react';
import type { Schema } from '../../shell/api/client.js';
import type { Problem } from '../../shell/api/problem.js';
import type { Recording } from '../../shell/api/use-recording.js';
import type { Delivered } from './delivery-fields.js';

type Report = Schema<'DeliveryReport'>;

interface Delivery {
  readonly report: Report | undefined;
  readonly send: (delivered: Delivered) => Promise<Report | undefined>;
  readonly forget: () => void;
  readonly pending: boolean;
  readonly problem: Problem | null;
}

/** Sends a delivery, to be looked at or to be recorded, and keeps what was said of its rows. */
export function useDelivery(
  recording: Recording<'/v1/leveringen'> | Recording<'/v1/leveringen/_controleer'>,
): Delivery {
  const [report, setReport] = useState<Report>();
  const { send, pending, problem, reset } = recording;
  return {
    report,
    pending,
    problem,
    forget: () => {
      setReport(undefined);
      reset();
    },
    send: async ({ system, deliveryId, completeThrough, file }) => {
      const content = (await file?.text()) ?? '';
      const query = { system, deliveryId, ...(completeThrough !== '' && { completeThrough }) };
      const answer = await send({ query, file: { content, contentType: 'text/csv' } });
      setReport(answer?.data);
      return answer?.data;
    },
  };
}
