import type { ReactNode } from 'react';
import type { Fault, Problem } from '../../shell/api/problem.js';
import { centsFrom } from '../../shell/language/format.js';
import { useEventWords } from '../facts/words/event-words.js';
import { Form } from '../form/form.js';
import type { FieldKind, SchemaField } from './schema-fields.js';
import { SchemaFieldset } from './schema-fieldset.js';
import { useSchemaTexts } from './schema-texts.js';
import { hundredthsFrom } from './typed-values.js';
import { TypingContext, type Typing } from './typing.js';

interface Props {
  readonly fields: readonly SchemaField[];
  readonly typing: Typing;
  readonly problem: Problem | null;
  readonly pending: boolean;
  readonly submit: string;
  readonly onSubmit: () => void;
  /** Asked before the fields of the schema. */
  readonly before?: ReactNode;
  /** And after them. */
  readonly children?: ReactNode;
}

/** A form made from the schema of the body that it sends. */
export function SchemaForm({ fields, typing, problem, pending, submit, onSubmit, before, children }: Props) {
  const check = useCheck(fields, typing);
  return (
    <TypingContext value={typing}>
      <Form problem={problem} pending={pending} submit={submit} check={check} onSubmit={onSubmit}>
        {before}
        <SchemaFieldset fields={fields} />
        {children}
      </Form>
    </TypingContext>
  );
}

/** What HTML cannot check. */
const READS: Readonly<Partial<Record<FieldKind, (text: string) => unknown>>> = {
  money: centsFrom,
  hours: hundredthsFrom,
  share: hundredthsFrom,
};

function useCheck(fields: readonly SchemaField[], { typed, within = '', labels = {} }: Typing): () => Fault[] {
  const texts = useSchemaTexts();
  const words = useEventWords();
  return () =>
    fields.flatMap(({ name, kind }): Fault[] => {
      const text = typed[name]?.trim() ?? '';
      const reads = READS[kind];
      if (text === '' || reads === undefined || reads(text) !== undefined) return [];
      const message = texts.misread(labels[name] ?? words.field(name) ?? name);
      return [{ in: 'body', pointer: `${within}/${name}`, code: 'misshapen', message }];
    });
}
