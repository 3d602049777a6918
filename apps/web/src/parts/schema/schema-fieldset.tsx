import { SchemaChoices } from './schema-choices.js';
import { SchemaField } from './schema-field.js';
import type { SchemaField as Asked } from './schema-fields.js';
import { SchemaRows } from './schema-rows.js';
import { useLabel } from './use-label.js';

interface Props {
  readonly fields: readonly Asked[];
  /** Place of the group they stand in, if any. */
  readonly inside?: string;
}

/** The fields of a body, each as its schema wants it; of a group that may be left out nothing is required. */
export function SchemaFieldset({ fields, inside = '' }: Props) {
  const label = useLabel();
  return fields.map((field) => {
    const { name, kind, required } = field;
    if (kind === 'rows') return <SchemaRows key={name} field={field} inside={inside} />;
    if (kind === 'choices') return <SchemaChoices key={name} field={field} inside={inside} />;
    if (kind !== 'group') return <SchemaField key={name} field={field} inside={inside} />;
    const inner = required ? field.fields : field.fields.map((one) => ({ ...one, required: false }));
    return (
      <fieldset key={name} className="group">
        <legend>{label(name)}</legend>
        <SchemaFieldset fields={inner} inside={`${inside}${name}/`} />
      </fieldset>
    );
  });
}
