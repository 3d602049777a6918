import { AmountField } from '../../parts/form/amount-field.js';
import { DayInput } from '../../parts/form/day-input.js';
import { Field } from '../../parts/form/field.js';
import { useFinanceTexts } from '../finance-texts.js';

export interface Settling {
  readonly amount: string;
  readonly settledOn: string;
}

interface Props {
  readonly typed: Settling;
  readonly onType: (typed: Settling) => void;
}

/** How much came back, and when. */
export function SettleFields({ typed, onType }: Props) {
  const texts = useFinanceTexts();
  const { amount, settledOn } = typed;
  return (
    <>
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
