import { Field } from '../../../parts/form/field.js';
import { useEventWords } from '../../../parts/facts/words/event-words.js';
import { useFilesTexts } from '../../files-texts.js';
import { FactInput } from './fact-input.js';
import type { SchemaField } from '../schema/schema-fields.js';
import { useTyping } from './use-typed.js';

interface Props {
  readonly field: SchemaField;
  /** Place of the row it stands in, if any. */
  readonly row?: string;
}

/** One field of a fact, asked for as its schema wants it. */
export function FactField({ field, row = '' }: Props) {
  const words = useEventWords();
  const hint = useHint(field);
  const { within } = useTyping();
  const place = row + field.name;
  const label = words.field(field.name) ?? field.name;
  return (
    <Field
      pointer={`${within}/${place}`}
      label={label}
      optional={!field.required}
      {...(hint !== undefined && { hint })}
    >
      {(input) => <FactInput field={field} place={place} input={input} />}
    </Field>
  );
}

function useHint({ name, kind }: SchemaField): string | undefined {
  const hints: Readonly<Record<string, string>> = useFilesTexts().formHints;
  return hints[name] ?? hints[kind];
}
