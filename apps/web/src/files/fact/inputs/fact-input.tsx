import type { ComponentProps } from 'react';
import { useEventWords } from '../../../parts/facts/words/event-words.js';
import { useFilesTexts } from '../../files-texts.js';
import type { FieldKind, SchemaField } from '../schema/schema-fields.js';
import { useTyping } from './use-typed.js';

interface Props {
  readonly field: SchemaField;
  readonly place: string;
  /** What the field around it gives: id, name and what describes it. */
  readonly input: Pick<ComponentProps<'input'>, 'id' | 'name' | 'aria-invalid' | 'aria-describedby'>;
}

/** The input of one field; HTML checks what it can of the schema, the server the rest. */
export function FactInput({ field, place, input }: Props) {
  const { typed, type } = useTyping();
  const { kind, required, pattern, min, max } = field;
  const own = {
    ...input,
    required,
    value: typed[place] ?? '',
    onChange: ({ target }: { readonly target: { readonly value: string } }) => type(place, target.value),
  };
  if (kind === 'choice' || kind === 'boolean') return <Choice field={field} own={own} />;
  if (kind === 'reference') return <Reference field={field} own={own} />;
  if (kind === 'words') return <textarea {...own} rows={4} />;
  if (kind === 'day') return <input {...own} type="date" min="1900-01-01" max="2199-12-31" />;
  if (kind === 'number') return <input {...own} type="number" min={min} max={max} step={1} />;
  if (kind === 'text') return <input {...own} type="text" pattern={pattern} />;
  return <input {...own} type="text" autoComplete="off" inputMode={DECIMAL.has(kind) ? 'decimal' : 'text'} />;
}

const DECIMAL: ReadonlySet<FieldKind> = new Set(['money', 'hours']);

type Own = ComponentProps<'input'> & ComponentProps<'select'>;

function Choice({ field, own }: { readonly field: SchemaField; readonly own: Own }) {
  const texts = useFilesTexts();
  const words = useEventWords();
  const { kind, options, required } = field;
  const offered = kind === 'boolean' ? ['true', 'false'] : options;
  return (
    <select {...own}>
      <option value="">{required ? texts.choose : texts.unknownYet}</option>
      {offered.map((value) => (
        <option key={value} value={value}>
          {words.value(field.name, kind === 'boolean' ? value === 'true' : value)}
        </option>
      ))}
    </select>
  );
}

/** A name other systems gave; those the file knows are offered. */
function Reference({ field: { name, pattern }, own }: { readonly field: SchemaField; readonly own: Own }) {
  const { known } = useTyping();
  const names = known[name] ?? [];
  const list = `${own.id ?? name}-known`;
  return (
    <>
      <input {...own} type="text" autoComplete="off" pattern={pattern} list={names.length > 0 ? list : undefined} />
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
