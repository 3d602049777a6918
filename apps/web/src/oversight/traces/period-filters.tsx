import { useState, type FormEvent, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { DayInput } from '../../parts/form/day-input.js';
import { Field } from '../../parts/form/field.js';
import { usePaging, type Paging } from '../../parts/paged.js';
import { useCutsTexts } from '../../parts/cuts/cuts-texts.js';
import { useTracesTexts } from './traces-texts.js';

/** Which part of a list of traces is asked for; it is in the address. */
export interface TraceQuestion {
  readonly paging: Paging;
  readonly period: { readonly from?: string; readonly until?: string };
  readonly value: (name: string) => string;
  readonly ask: (changed: Readonly<Record<string, string>>) => void;
}

export function useTraceQuestion(): TraceQuestion {
  const [asked, setAsked] = useSearchParams();
  const paging = usePaging();
  const value = (name: string): string => asked.get(name) ?? '';
  return {
    paging,
    period: {
      ...(value('from') !== '' && { from: value('from') }),
      ...(value('until') !== '' && { until: value('until') }),
    },
    value,
    ask: (changed) =>
      setAsked((before) => {
        const { page: _first, ...kept } = Object.fromEntries(before);
        return Object.fromEntries(Object.entries({ ...kept, ...changed }).filter(([, text]) => text !== ''));
      }),
  };
}

interface Props {
  readonly question: TraceQuestion;
  /** Fields besides the two dates: by the name in the address, its label and hint. */
  readonly fields?: readonly { readonly name: string; readonly label: string; readonly hint?: string }[];
  readonly dated?: boolean;
}

const NO_FIELDS: NonNullable<Props['fields']> = [];

/** Two days and what else narrows a list; takes effect with the button. */
export function TraceFilters({ question, fields = NO_FIELDS, dated = true }: Props): ReactNode {
  const texts = useTracesTexts();
  const { show } = useCutsTexts();
  const names = [...(dated ? ['from', 'until'] : []), ...fields.map(({ name }) => name)];
  const [typed, setTyped] = useState(() => Object.fromEntries(names.map((name) => [name, question.value(name)])));
  const submitted = (event: FormEvent): void => {
    event.preventDefault();
    question.ask(Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, text.trim()])));
  };
  const type = (name: string, text: string): void => setTyped((before) => ({ ...before, [name]: text }));
  const dates = [
    { name: 'from', label: texts.from },
    { name: 'until', label: texts.until },
  ];
  return (
    <form className="filters" aria-label={texts.filters} onSubmit={submitted}>
      {fields.map(({ name, ...field }) => (
        <Field key={name} pointer={`/${name}`} {...field}>
          {(input) => (
            <input
              {...input}
              type="text"
              autoComplete="off"
              value={typed[name] ?? ''}
              onChange={({ target }) => type(name, target.value)}
            />
          )}
        </Field>
      ))}
      {(dated ? dates : []).map(({ name, label }) => (
        <Field key={name} pointer={`/${name}`} label={label}>
          {(input) => <DayInput {...input} value={typed[name] ?? ''} onDay={(day) => type(name, day)} />}
        </Field>
      ))}
      <button type="submit">{show}</button>
    </form>
  );
}
