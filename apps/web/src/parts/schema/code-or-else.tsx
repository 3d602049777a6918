import type { ComponentProps } from 'react';
import { useEventWords } from '../facts/words/event-words.js';
import type { SchemaField } from './schema-fields.js';
import { useSchemaTexts } from './schema-texts.js';

const ELSE = 'else';
/** Chosen, but nothing is typed yet: blank is left out of what is sent. */
const NOT_TYPED = ' ';

interface Props {
  readonly field: SchemaField & { readonly kind: keyof ReturnType<typeof useSchemaTexts>['elses'] };
  readonly own: Omit<ComponentProps<'select'>, 'value'> & { readonly value: string };
  readonly onType: (text: string) => void;
}

/** One of a few codes in words, or else something that is typed: a share, or a list of codes. */
export function CodeOrElse({ field: { name, kind, options }, own, onType }: Props) {
  const texts = useSchemaTexts();
  const words = useEventWords();
  const { value } = own;
  const isElse = value !== '' && !options.includes(value);
  const inElse = (text: string): void => onType(text === '' ? NOT_TYPED : text);
  return (
    <>
      <select
        {...own}
        value={isElse ? ELSE : value}
        onChange={({ target }) => onType(target.value === ELSE ? NOT_TYPED : target.value)}
      >
        <option value="">{texts.choose}</option>
        {options.map((code) => (
          <option key={code} value={code}>
            {words.value(name, code)}
          </option>
        ))}
        <option value={ELSE}>{texts.elses[kind]}</option>
      </select>
      {isElse && (
        <input
          type="text"
          autoComplete="off"
          inputMode={kind === 'codeOrShare' ? 'decimal' : 'text'}
          aria-label={texts.elses[kind]}
          placeholder={texts.elseExamples[kind]}
          value={value.trimStart()}
          onChange={({ target }) => inElse(target.value)}
        />
      )}
    </>
  );
}
