import { useState } from 'react';
import { useFactsTexts } from '../../parts/facts/facts-texts.js';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { DayInput } from '../../parts/form/day-input.js';
import { Field } from '../../parts/form/field.js';
import { Form } from '../../parts/form/form.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useDeliveriesTexts } from '../deliveries-texts.js';

/** Says that an administration is complete through a day. */
export function WatermarkForm() {
  const texts = useDeliveriesTexts();
  const announce = useAnnounce();
  const { systems } = useFactsTexts();
  const [system, setSystem] = useState<Schema<'SourceSystem'>>('GWS4ALL');
  const [completeThrough, setThrough] = useState('');
  const { send, pending, problem } = useRecording('/watermerken');
  const record = async (): Promise<void> => {
    if ((await send({ body: { system, completeThrough } })) !== undefined) announce(texts.watermarkTold);
  };
  return (
    <section aria-labelledby="tell">
      <h2 id="tell">{texts.tellComplete}</h2>
      <Form problem={problem} pending={pending} submit={texts.tell} onSubmit={() => void record()}>
        <ChoiceField
          pointer="/system"
          label={texts.system}
          options={Object.entries(systems)}
          value={system}
          onChange={(code) => setSystem(code as typeof system)}
        />
        <Field pointer="/completeThrough" label={texts.completeThrough}>
          {(input) => <DayInput {...input} required value={completeThrough} onDay={setThrough} />}
        </Field>
      </Form>
    </section>
  );
}
