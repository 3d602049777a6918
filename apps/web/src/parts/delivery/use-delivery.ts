import { useState } from 'react';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import type { Problem } from '../../shell/api/problem.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useDeliveryTexts } from './delivery-texts.js';

export type Report = Schema<'DeliveryReport'>;

/** A file of rows, under the name by which the same delivery is known again. */
export interface Delivered {
  readonly system: Schema<'SourceSystem'>;
  readonly deliveryId: string;
  readonly completeThrough?: string;
  readonly content: string;
}

export interface Delivery {
  /** What was looked at, and what would become of it; nothing of it is recorded yet. */
  readonly preview: Report | undefined;
  /** What became of each row. */
  readonly report: Report | undefined;
  readonly look: (delivered: Delivered) => Promise<void>;
  /** Records exactly what was looked at. */
  readonly record: () => Promise<void>;
  readonly forget: () => void;
  /** As a form is told, with the word on its button. */
  readonly looking: { readonly pending: boolean; readonly problem: Problem | null; readonly submit: string };
  readonly recording: { readonly pending: boolean; readonly problem: Problem | null };
}

/** A delivery is looked at first and recorded then. */
export function useDelivery(): Delivery {
  const texts = useDeliveryTexts();
  const announce = useAnnounce();
  const looking = useRecording('/leveringen/_controleer');
  const recording = useRecording('/leveringen');
  const [seen, setSeen] = useState<{ readonly delivered: Delivered; readonly report: Report }>();
  const [report, setReport] = useState<Report>();
  const forget = (): void => {
    setSeen(undefined);
    setReport(undefined);
    looking.reset();
    recording.reset();
  };
  return {
    preview: seen?.report,
    report,
    looking: { pending: looking.pending, problem: looking.problem, submit: texts.look },
    recording,
    forget,
    look: async (delivered) => {
      forget();
      const answer = await looking.send(asked(delivered));
      if (answer === undefined) return;
      setSeen({ delivered, report: answer.data });
      announce(texts.lookedAt(answer.data.recorded, answer.data.refused));
    },
    record: async () => {
      const answer = seen && (await recording.send(asked(seen.delivered)));
      if (answer === undefined) return;
      setReport(answer.data);
      announce(texts.taken(answer.data.recorded));
    },
  };
}

const asked = ({ content, ...query }: Delivered) => ({ query, file: { content, contentType: 'text/csv' } as const });
