import { useFactsTexts } from '../../parts/facts/facts-texts.js';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { DayInput } from '../../parts/form/day-input.js';
import { Field } from '../../parts/form/field.js';
import { FileInput } from '../../parts/form/file-input.js';
import type { Schema } from '../../shell/api/client.js';
import { useDeliveriesTexts } from '../deliveries-texts.js';

export interface Chosen {
  readonly system: Schema<'SourceSystem'>;
  readonly deliveryId: string;
  readonly completeThrough: string;
  readonly file?: File;
}

interface Props {
  readonly delivered: Chosen;
  readonly onChange: (delivered: Chosen) => void;
}

/** Which file, from which administration, and how far that is complete with it. */
export function DeliveryFields({ delivered, onChange }: Props) {
  const texts = useDeliveriesTexts();
  const { systems } = useFactsTexts();
  return (
    <>
      <ChoiceField
        pointer="/system"
        label={texts.system}
        options={Object.entries(systems)}
        value={delivered.system}
        onChange={(code) => onChange({ ...delivered, system: code as Chosen['system'] })}
      />
      <Field pointer="/deliveryId" label={texts.deliveryId} hint={texts.deliveryIdHint}>
        {(input) => (
          <input
            {...input}
            type="text"
            required
            pattern="[A-Za-z0-9][A-Za-z0-9_.\-]{0,59}"
            value={delivered.deliveryId}
            onChange={({ target }) => onChange({ ...delivered, deliveryId: target.value })}
          />
        )}
      </Field>
      <Field pointer="" label={texts.file} hint={texts.fileHint}>
        {(input) => (
          <FileInput
            {...input}
            required
            accept=".csv,text/csv"
            onFiles={([file]) => {
              const { file: _before, ...others } = delivered;
              onChange({ ...others, ...(file !== undefined && { file }) });
            }}
          />
        )}
      </Field>
      <Field pointer="/completeThrough" label={texts.completeThrough} hint={texts.completeHint} optional>
        {(input) => (
          <DayInput
            {...input}
            value={delivered.completeThrough}
            onDay={(day) => onChange({ ...delivered, completeThrough: day })}
          />
        )}
      </Field>
    </>
  );
}
