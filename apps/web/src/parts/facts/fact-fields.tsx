import { Fragment } from 'react';
import { useEventWords } from './words/event-words.js';

/** What an event says, field by field; what only machines read is left out. */
export function FactFields({ fields }: { readonly fields: Readonly<Record<string, unknown>> }) {
  const words = useEventWords();
  const shown = Object.entries(fields).flatMap(([name, value]) => {
    const label = words.field(name);
    const said = label === undefined ? '' : words.value(name, value);
    return label === undefined || said === '' ? [] : [{ name, label, said }];
  });
  if (shown.length === 0) return null;
  return (
    <dl className="facts facts-small">
      {shown.map(({ name, label, said }) => (
        <Fragment key={name}>
          <dt>{label}</dt>
          <dd>{said}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
