import { dayText, moneyText } from '../../../shell/language/format.js';
import { wordFor } from '../facts-texts.js';
import { useFieldNames, valueText } from './field-names.js';

/** Shown in columns of their own, or not for reading. */
const APART = new Set(['validFrom', 'validTo', 'source', 'assurance', 'evidence', 'supersedes', 'identityCommitment']);

const SAID = { day: dayText, money: moneyText };

interface Props {
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What a fact says, field by field in the field's own words; its dates and origin stand elsewhere. */
export function FactFields({ fields }: Props) {
  const texts = useFieldNames();
  const shown = Object.entries(fields).filter(([field, value]) => !APART.has(field) && value !== undefined);
  if (shown.length === 0) return <span>{texts.none}</span>;
  return (
    <dl className="fields">
      {shown.map((entry) => (
        <div key={entry[0]}>
          <dt>{wordFor(texts.fields, entry[0])}</dt>
          <dd>{valueText(texts, entry, SAID)}</dd>
        </div>
      ))}
    </dl>
  );
}
