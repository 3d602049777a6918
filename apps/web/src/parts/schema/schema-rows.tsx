import { useState } from 'react';
import { SchemaField } from './schema-field.js';
import type { SchemaField as Asked } from './schema-fields.js';
import { useSchemaTexts } from './schema-texts.js';
import { ROWS_MAX } from './typed-values.js';
import { useTyping } from './typing.js';
import { useLabel } from './use-label.js';

interface Props {
  readonly field: Asked;
  readonly inside?: string;
}

/** A list within a body, such as what was promised and by when: as many rows as are filled in. */
export function SchemaRows({ field: { name, fields }, inside = '' }: Props) {
  const texts = useSchemaTexts();
  const label = useLabel();
  const { typed } = useTyping();
  const filled = Array.from({ length: ROWS_MAX }, (_, at) => at).filter((at) =>
    Object.keys(typed).some((place) => place.startsWith(`${inside}${name}/${at}/`)),
  );
  const [rows, setRows] = useState(Math.max(0, ...filled.map((at) => at + 1)));
  return (
    <fieldset className="group">
      <legend>{label(name)}</legend>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at}>
          {fields.map((field) => (
            <SchemaField key={field.name} field={{ ...field, required: false }} inside={`${inside}${name}/${at}/`} />
          ))}
        </div>
      ))}
      {rows < ROWS_MAX && (
        <button type="button" onClick={() => setRows(rows + 1)}>
          {texts.another}
        </button>
      )}
    </fieldset>
  );
}
