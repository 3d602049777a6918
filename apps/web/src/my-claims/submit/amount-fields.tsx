import { DataTable } from '../../parts/data-table.js';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import { AmountField } from '../../parts/form/amount-field.js';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { Field } from '../../parts/form/field.js';
import { Day, Money } from '../../parts/values.js';
import type { PartProps } from './client-fields.js';
import { useSubmitTexts } from './submit-texts.js';
import type { Tariff } from './use-contract.js';

interface Props extends PartProps {
  readonly tariffs: readonly Tariff[];
}

/** What the contract pays, and what is asked where that is something else. */
export function AmountFields({ draft, tariffs, onChange }: Props) {
  const texts = useSubmitTexts();
  const words = useEventWords();
  const milestones = [...new Set(tariffs.map(({ milestone }) => milestone))];
  return (
    <>
      <h2>{texts.tariff}</h2>
      {draft.contractId !== '' && (
        <DataTable
          caption={texts.tariffs}
          columns={[
            { head: texts.milestone, cell: ({ milestone }) => words.code(milestone) },
            { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
            { head: texts.since, cell: ({ validFrom }) => <Day on={validFrom} /> },
          ]}
          rows={tariffs}
          keyOf={({ milestone, validFrom }) => `${milestone} ${validFrom}`}
          empty={texts.noTariff}
        />
      )}
      {milestones.length > 1 && (
        <ChoiceField
          pointer="/milestone"
          label={texts.milestone}
          required
          none={texts.chooseMilestone}
          options={milestones.map((milestone) => [milestone, words.code(milestone)])}
          value={draft.milestone}
          onChange={(milestone) => onChange({ milestone })}
        />
      )}
      <AmountField
        pointer="/cents"
        label={texts.amount}
        hint={texts.amountHint}
        optional
        value={draft.amount}
        onType={(amount) => onChange({ amount })}
      />
      <Field pointer="/providerReference" label={texts.reference} hint={texts.referenceHint} optional>
        {(input) => (
          <input
            {...input}
            autoComplete="off"
            maxLength={35}
            value={draft.reference}
            onChange={({ target }) => onChange({ reference: target.value })}
          />
        )}
      </Field>
    </>
  );
}
