import type { ComponentProps } from 'react';
import { useEventWords } from '../facts/words/event-words.js';
import { DayInput } from '../form/day-input.js';
import { CodeOrElse } from './code-or-else.js';
import { DurationInput } from './duration-input.js';
import { useSchemaTexts } from './schema-texts.js';
import type { FieldKind, SchemaField } from './schema-fields.js';
import { useTyping } from './typing.js';

interface Props {
  readonly field: SchemaField;
  readonly place: string;
  /** What the field around it gives: id, name and what describes it. */
  readonly input: Pick<ComponentProps<'input'>, 'id' | 'name' | 'aria-invalid' | 'aria-describedby'>;
}

const DECIMAL: ReadonlySet<FieldKind> = new Set(['money', 'hours', 'share', 'number']);

/** The input of one field; HTML checks what it can of the schema, the server the rest. */
export function SchemaInput({ field, place, input }: Props) {
  const { typed, type, known = {} } = useTyping();
  const { name, kind, required } = field;
  const own = {
    ...input,
    required,
    value: typed[place] ?? '',
    onChange: ({ target }: { readonly target: { readonly value: string } }) => type(place, target.value),
  };
  if (kind === 'choice' || kind === 'boolean') return <Choice field={field} own={own} />;
  if (kind === 'reference' || known[name] !== undefined) return <Reference field={field} own={own} />;
  if (kind === 'codeOrShare' || kind === 'allOrCodes')
    return <CodeOrElse field={{ ...field, kind }} own={own} onType={(text) => type(place, text)} />;
  if (kind === 'duration') return <DurationInput own={own} onType={(text) => type(place, text)} />;
  if (kind === 'words' || name === 'text') return <textarea {...own} rows={4} />;
  if (kind === 'day') return <DayInput {...own} onDay={(day) => type(place, day)} />;
  if (kind === 'text') return <input {...own} type="text" pattern={htmlPattern(field)} />;
  return <input {...own} type="text" autoComplete="off" inputMode={DECIMAL.has(kind) ? 'decimal' : 'text'} />;
}

type Own = ComponentProps<'input'> & ComponentProps<'select'>;

function Choice({ field, own }: { readonly field: SchemaField; readonly own: Own }) {
  const texts = useSchemaTexts();
  const words = useEventWords();
  const { name, kind, options, required } = field;
  const said = (value: string): string =>
    kind === 'choice' ? words.value(name, value) : value === 'true' ? texts.yes : texts.no;
  return (
    <select {...own}>
      <option value="">{required ? texts.choose : texts.unknownYet}</option>
      {(kind === 'boolean' ? ['true', 'false'] : options).map((value) => (
        <option key={value} value={value}>
          {said(value)}
        </option>
      ))}
    </select>
  );
}

/** A name that other systems gave; those that are known are offered. */
function Reference({ field, own }: { readonly field: SchemaField; readonly own: Own }) {
  const { name } = field;
  const { known = {} } = useTyping();
  const names = known[name] ?? [];
  const list = `${own.id ?? name}-known`;
  return (
    <>
      <input
        {...own}
        type="text"
        autoComplete="off"
        pattern={htmlPattern(field)}
        list={names.length > 0 ? list : undefined}
      />
      {names.length > 0 && (
        <datalist id={list}>
          {names.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}

/** The pattern as HTML reads it: there a hyphen in a class of characters has a backslash before it. */
const htmlPattern = ({ pattern }: SchemaField): string | undefined => pattern?.replaceAll(/(?<!\\)-\]/g, '\\-]');
