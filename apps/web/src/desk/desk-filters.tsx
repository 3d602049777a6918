import { Field } from '../parts/form/field.js';
import { useReading } from '../shell/api/use-reading.js';
import { useDeskTexts } from './desk-texts.js';
import type { DeskQuestion } from './desk-question.js';

/** Which part of the work list to show; each choice takes effect at once. */
export function DeskFilters({ query, scope, ask }: DeskQuestion) {
  const texts = useDeskTexts();
  const providers = useReading('/v1/aanbieders', {});
  const known = providers.data?.data.results.map(({ id }) => [id, id] as const) ?? [];
  const contested = { true: texts.contestedOnly, false: texts.uncontestedOnly };
  const choose =
    (name: string) =>
    (value: string): void =>
      ask({ [name]: value });
  return (
    <search className="filters" aria-label={texts.filters}>
      <NumberSearch asked={query.q} onAsk={choose('q')} />
      <Choice
        name="scope"
        label={texts.scope}
        all={texts.underwayOnly}
        options={Object.entries(texts.scopes)}
        value={scope}
        onChange={choose('scope')}
      />
      <Choice
        name="attention"
        label={texts.attention}
        all={texts.everything}
        options={Object.entries(texts.attentions)}
        value={query.attention}
        onChange={choose('attention')}
      />
      <Choice
        name="state"
        label={texts.state}
        all={texts.allStates}
        options={Object.entries(texts.states)}
        value={query.state}
        onChange={choose('state')}
      />
      <Choice
        name="contested"
        label={texts.contestedOrNot}
        all={texts.both}
        options={Object.entries(contested)}
        value={query.contested}
        onChange={choose('contested')}
      />
      <Choice
        name="overdue"
        label={texts.term}
        all={texts.anyTerm}
        options={[['true', texts.overdueOnly]]}
        value={query.overdue}
        onChange={choose('overdue')}
      />
      <Choice
        name="providerId"
        label={texts.provider}
        all={texts.allProviders}
        options={known}
        value={query.providerId}
        onChange={choose('providerId')}
      />
    </search>
  );
}

function NumberSearch(props: { readonly asked: string | undefined; readonly onAsk: (part: string) => void }) {
  const { asked = '', onAsk } = props;
  const texts = useDeskTexts();
  return (
    <Field pointer="/q" label={texts.search}>
      {(input) => (
        <input
          {...input}
          type="search"
          placeholder={texts.searchHint}
          defaultValue={asked}
          onChange={({ target }) => onAsk(target.value)}
        />
      )}
    </Field>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  /** The word for no choice. */
  readonly all: string;
  readonly options: readonly (readonly [code: string, label: string])[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

function Choice({ name, label, all, options, value = '', onChange }: ChoiceProps) {
  return (
    <Field pointer={`/${name}`} label={label}>
      {(input) => (
        <select {...input} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{all}</option>
          {options.map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
