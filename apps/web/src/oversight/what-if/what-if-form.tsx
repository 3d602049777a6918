import { useState } from 'react';
import { AmountField } from '../../parts/form/amount-field.js';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { DayInput } from '../../parts/form/day-input.js';
import { Field } from '../../parts/form/field.js';
import { Form } from '../../parts/form/form.js';
import type { Schema } from '../../shell/api/client.js';
import type { Fault } from '../../shell/api/problem.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { centsFrom } from '../../shell/language/format.js';
import { useWhatIfTexts } from './what-if-texts.js';

type Asked = Schema<'AskWhatIf'>;
type Typed = Readonly<Record<'against' | 'definition' | 'tariff' | 'providerId' | 'asOf' | 'knownAsOf', string>>;

const NOTHING: Typed = { against: '', definition: '', tariff: '', providerId: '', asOf: '', knownAsOf: '' };

/** Two definition sets, a tariff, whose claims, and the two dates. */
export function WhatIfForm({ onStarted }: { readonly onStarted: (run: Schema<'WhatIfRun'>) => void }) {
  const texts = useWhatIfTexts();
  const [typed, setTyped] = useState(NOTHING);
  const { send, pending, problem } = useRecording('/proefberekeningen');
  const type = (name: keyof Typed) => (value: string) => setTyped({ ...typed, [name]: value });
  const dates = [
    { name: 'asOf', label: texts.asOf, hint: texts.asOfHint },
    { name: 'knownAsOf', label: texts.knownAsOf, hint: texts.knownAsOfHint },
  ] as const;
  const check = (): Fault[] =>
    typed.tariff === '' || centsFrom(typed.tariff) !== undefined
      ? []
      : [{ in: 'body', pointer: '/tariffCents', code: 'misshapen', message: texts.tariffMisshapen }];
  const submit = async (): Promise<void> => {
    const answer = await send({ body: askedOf(typed) });
    if (answer !== undefined) onStarted(answer.data);
  };
  return (
    <Form problem={problem} pending={pending} submit={texts.calculate} check={check} onSubmit={() => void submit()}>
      <div className="columns">
        <Choice
          name="against"
          label={texts.against}
          hint={texts.againstHint}
          value={typed.against}
          onChange={type('against')}
        />
        <Choice
          name="definition"
          label={texts.definition}
          hint={texts.definitionHint}
          value={typed.definition}
          onChange={type('definition')}
        />
        <AmountField
          pointer="/tariffCents"
          label={texts.tariff}
          hint={texts.tariffHint}
          optional
          value={typed.tariff}
          onType={type('tariff')}
        />
        <Providers value={typed.providerId} onChange={type('providerId')} />
        {dates.map(({ name, label, hint }) => (
          <Field key={name} pointer={`/${name}`} label={label} hint={hint} optional>
            {(input) => <DayInput {...input} value={typed[name]} onDay={type(name)} />}
          </Field>
        ))}
      </div>
    </Form>
  );
}

interface ChoiceProps {
  readonly name: 'against' | 'definition';
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choice({ name, label, hint, value, onChange }: ChoiceProps) {
  const texts = useWhatIfTexts();
  const definitions = useReading('/normenkaders', {});
  const { results = [], builtIn = [] } = definitions.data?.data ?? {};
  const published = results.flatMap(({ id, version }) =>
    Array.from({ length: version }, (_, before) => `${id}@${version - before}`),
  );
  return (
    <ChoiceField
      pointer={`/${name}`}
      label={label}
      hint={hint}
      none={texts.asItWas}
      options={[
        ...published.map((definition) => [definition, definition] as const),
        ...builtIn.map((definition) => [definition, texts.builtIn(definition)] as const),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}

function Providers({ value, onChange }: Pick<ChoiceProps, 'value' | 'onChange'>) {
  const texts = useWhatIfTexts();
  const providers = useReading('/aanbieders', {});
  return (
    <ChoiceField
      pointer="/providerId"
      label={texts.provider}
      none={texts.allProviders}
      options={providers.data?.data.results.map(({ id }) => [id, id] as const) ?? []}
      value={value}
      onChange={onChange}
    />
  );
}

/** What was filled in, and nothing of what was not. */
function askedOf({ tariff, ...texts }: Typed): Asked {
  const tariffCents = centsFrom(tariff);
  const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== ''));
  return { ...given, ...(tariffCents !== undefined && { tariffCents }) };
}
