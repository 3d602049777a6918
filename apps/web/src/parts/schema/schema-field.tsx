import { Field } from '../form/field.js';
import { SchemaInput } from './schema-input.js';
import { useSchemaTexts } from './schema-texts.js';
import type { SchemaField as Asked } from './schema-fields.js';
import { useTyping } from './typing.js';
import { useLabel } from './use-label.js';

interface Props {
  readonly field: Asked;
  /** Place of the row or group it stands in, if any. */
  readonly inside?: string;
}

/** One field, asked for as its schema wants it. */
export function SchemaField({ field, inside = '' }: Props) {
  const texts = useSchemaTexts();
  const label = useLabel();
  const { within = '', hints: own = {} } = useTyping();
  const place = inside + field.name;
  const hints: Readonly<Record<string, string>> = { ...texts.hints, ...own };
  const hint = hints[field.name] ?? hints[field.kind];
  return (
    <Field
      pointer={`${within}/${place}`}
      label={label(field.name)}
      optional={!field.required}
      {...(hint !== undefined && { hint })}
    >
      {(input) => <SchemaInput field={field} place={place} input={input} />}
    </Field>
  );
}
