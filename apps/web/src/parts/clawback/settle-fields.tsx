import type { Schema } from '../../shell/api/client.js';
import { AmountField } from '../form/amount-field.js';
import { ChoiceField } from '../form/choice-field.js';
import { DayInput } from '../form/day-input.js';
import { Field } from '../form/field.js';
import { BatchField } from './batch-field.js';
import { useClawbackTexts } from './clawback-texts.js';

/** Writing off is another's, and has no fields. */
export type Method = Exclude<Schema<'SettleClawback'>['method'], 'WRITE_OFF'>;

export interface Settling {
  readonly method: Method;
  readonly amount: string;
  readonly settledOn: string;
  readonly batchId: string;
}

interface Props {
  readonly typed: Settling;
  readonly onType: (typed: Settling) => void;
}

/** How it came back, how much, and when. */
export function SettleFields({ typed, onType }: Props) {
  const texts = useClawbackTexts();
  const { method, amount, settledOn, batchId } = typed;
  return (
    <>
      <ChoiceField
        pointer="/method"
        label={texts.method}
        options={Object.entries(texts.methods)}
        value={method}
        onChange={(code) => onType({ ...typed, method: code as Method })}
      />
      <p>{texts.methodExplained[method]}</p>
      {method === 'OFFSET' && (
        <BatchField batchId={batchId} onChoose={(chosen) => onType({ ...typed, batchId: chosen })} />
      )}
      <AmountField
        pointer="/cents"
        label={texts.cameBack}
        hint={texts.amountHint}
        value={amount}
        onType={(text) => onType({ ...typed, amount: text })}
      />
      <Field pointer="/settledOn" label={texts.settledOn}>
        {(input) => (
          <DayInput {...input} required value={settledOn} onDay={(day) => onType({ ...typed, settledOn: day })} />
        )}
      </Field>
    </>
  );
}
