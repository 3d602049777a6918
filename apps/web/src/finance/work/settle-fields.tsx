import { ChoiceField } from '../../parts/form/choice-field.js';
import { Field } from '../../parts/form/field.js';
import { useFinanceTexts } from '../finance-texts.js';

export interface Settling {
  readonly method: 'INVOICE' | 'OFFSET';
  readonly amount: string;
  readonly settledOn: string;
  readonly batchId: string;
}

interface Props {
  readonly typed: Settling;
  readonly onType: (typed: Settling) => void;
}

/** How money came back, how much and when. */
export function SettleFields({ typed, onType }: Props) {
  const texts = useFinanceTexts();
  const { method, amount, settledOn, batchId } = typed;
  return (
    <>
      <ChoiceField
        pointer="/method"
        label={texts.method}
        options={Object.entries(texts.methods)}
        value={method}
        onChange={(code) => onType({ ...typed, method: code as Settling['method'] })}
      />
      <Field pointer="/cents" label={texts.cameBack} hint={texts.amountHint}>
        {(input) => (
          <input
            {...input}
            type="text"
            inputMode="decimal"
            required
            value={amount}
            onChange={({ target }) => onType({ ...typed, amount: target.value })}
          />
        )}
      </Field>
      <Field pointer="/settledOn" label={texts.settledOn}>
        {(input) => (
          <input
            {...input}
            type="date"
            required
            value={settledOn}
            onChange={({ target }) => onType({ ...typed, settledOn: target.value })}
          />
        )}
      </Field>
      {method === 'OFFSET' && (
        <Field pointer="/batchId" label={texts.batch}>
          {(input) => (
            <input
              {...input}
              type="text"
              required
              value={batchId}
              onChange={({ target }) => onType({ ...typed, batchId: target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
