import type { ReactNode } from 'react';
import { Form } from '../../parts/form/form.js';
import type { Fault, Problem } from '../../shell/api/problem.js';
import { centsFrom } from '../../shell/language/format.js';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import { useFilesTexts } from '../files-texts.js';
import { FactField } from './inputs/fact-field.js';
import { FactRows } from './inputs/fact-rows.js';
import { OriginFields } from './inputs/origin-fields.js';
import type { SchemaField } from './schema/schema-fields.js';
import { hoursFrom } from './schema/typed-fact.js';
import { TypingContext, type Typing } from './inputs/use-typed.js';

interface Props {
  readonly fields: readonly SchemaField[];
  readonly typing: Typing;
  readonly problem: Problem | null;
  readonly pending: boolean;
  readonly submit: string;
  readonly onSubmit: () => void;
  /** Asked before the fact's own fields. */
  readonly children?: ReactNode;
}

/** The form of one kind of fact, made from its schema. */
export function FactForm({ fields, typing, problem, pending, submit, onSubmit, children }: Props) {
  const check = useCheck(fields, typing);
  return (
    <TypingContext value={typing}>
      <Form problem={problem} pending={pending} submit={submit} check={check} onSubmit={onSubmit}>
        {children}
        {fields.map((field) =>
          field.kind === 'rows' ? (
            <FactRows key={field.name} field={field} />
          ) : (
            <FactField key={field.name} field={field} />
          ),
        )}
        <OriginFields />
      </Form>
    </TypingContext>
  );
}

/** Amounts and hours that cannot be read: HTML knows neither. */
function useCheck(fields: readonly SchemaField[], { typed, within }: Typing): () => Fault[] {
  const texts = useFilesTexts();
  const words = useEventWords();
  return () =>
    fields.flatMap(({ name, kind }): Fault[] => {
      const text = typed[name]?.trim() ?? '';
      const label = words.field(name) ?? name;
      const fault = { in: 'body', pointer: `${within}/${name}`, code: 'misshapen' } as const;
      if (text === '') return [];
      if (kind === 'money' && centsFrom(text) === undefined) return [{ ...fault, message: texts.wrongMoney(label) }];
      if (kind === 'hours' && hoursFrom(text) === undefined) return [{ ...fault, message: texts.wrongHours(label) }];
      return [];
    });
}
