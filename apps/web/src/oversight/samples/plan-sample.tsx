import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { DayInput } from '../../parts/form/day-input.js';
import { Field } from '../../parts/form/field.js';
import { Form } from '../../parts/form/form.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useSamplesTexts } from './samples-texts.js';

type Filter = Schema<'SampleFilter'>;
const CHOICES = ['providerId', 'outcome', 'paid'] as const;
const DATES = ['submittedFrom', 'submittedUntil'] as const;
type Name = (typeof CHOICES)[number] | (typeof DATES)[number];

/** Announces a sample: from which claims, and how many. Announcing draws it. */
export function PlanSample() {
  const texts = useSamplesTexts();
  const navigate = useNavigate();
  const [size, setSize] = useState('');
  const [filter, setFilter] = useState<Readonly<Partial<Record<Name, string>>>>({});
  const options = useOptions();
  const { send, pending, problem } = useRecording('/steekproeven');
  const change = (name: Name, value: string): void => setFilter({ ...filter, [name]: value });
  const submit = async (): Promise<void> => {
    const answer = await send({ body: { size: Number(size), filter: filterOf(filter) } });
    if (answer !== undefined) void navigate(answer.data.sampleId);
  };
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{texts.plan}</h2>
      <Form problem={problem} pending={pending} submit={texts.draw} onSubmit={() => void submit()}>
        <Field pointer="/size" label={texts.size} hint={texts.sizeHint}>
          {(input) => (
            <input
              {...input}
              type="number"
              required
              min={1}
              max={5000}
              value={size}
              onChange={({ target }) => setSize(target.value)}
            />
          )}
        </Field>
        <div className="columns">
          {CHOICES.map((name) => (
            <ChoiceField
              key={name}
              pointer={`/filter/${name}`}
              label={options[name].label}
              none={options[name].all}
              options={options[name].choices}
              value={filter[name] ?? ''}
              onChange={(code) => change(name, code)}
            />
          ))}
          {DATES.map((name) => (
            <Field key={name} pointer={`/filter/${name}`} label={texts[name]} optional>
              {(input) => <DayInput {...input} value={filter[name] ?? ''} onDay={(day) => change(name, day)} />}
            </Field>
          ))}
        </div>
      </Form>
    </section>
  );
}

interface Options {
  readonly label: string;
  readonly all: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
}

function useOptions(): Readonly<Record<(typeof CHOICES)[number], Options>> {
  const texts = useSamplesTexts();
  const providers = useReading('/aanbieders', {});
  const ids = providers.data?.data.results.map(({ id }) => [id, id] as const) ?? [];
  return {
    providerId: { label: texts.provider, all: texts.allProviders, choices: ids },
    outcome: { label: texts.outcome, all: texts.allOutcomes, choices: Object.entries(texts.outcomes) },
    paid: {
      label: texts.paid,
      all: texts.paidOrNot,
      choices: [
        ['true', texts.onlyPaid],
        ['false', texts.onlyUnpaid],
      ],
    },
  };
}

/** What was chosen, and nothing of what was not. */
function filterOf({ paid = '', ...texts }: Readonly<Partial<Record<Name, string>>>): Filter {
  const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== ''));
  return { ...given, ...(paid !== '' && { paid: paid === 'true' }) };
}
