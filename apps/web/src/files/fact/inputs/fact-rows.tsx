import { useState } from 'react';
import { useEventWords } from '../../../parts/facts/words/event-words.js';
import { useFilesTexts } from '../../files-texts.js';
import { FactField } from './fact-field.js';
import type { SchemaField } from '../schema/schema-fields.js';
import { ROWS_MAX } from '../schema/typed-fact.js';
import { useTyping } from './use-typed.js';

interface Props {
  readonly field: SchemaField;
}

/** A list within a fact, such as what was promised and by when: as many rows as are filled in. */
export function FactRows({ field: { name, fields } }: Props) {
  const texts = useFilesTexts();
  const words = useEventWords();
  const { typed } = useTyping();
  const filled = Array.from({ length: ROWS_MAX }, (_, at) => at).filter((at) =>
    Object.keys(typed).some((place) => place.startsWith(`${name}/${at}/`)),
  );
  const [rows, setRows] = useState(Math.max(0, ...filled.map((at) => at + 1)));
  return (
    <fieldset className="group">
      <legend>{words.field(name) ?? name}</legend>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at}>
          {fields.map((field) => (
            <FactField key={field.name} field={{ ...field, required: false }} row={`${name}/${at}/`} />
          ))}
        </div>
      ))}
      {rows < ROWS_MAX && (
        <button type="button" onClick={() => setRows(rows + 1)}>
          {texts.addRow}
        </button>
      )}
    </fieldset>
  );
}
