import { Field } from '../parts/form/field.js';
import { useReading } from '../shell/api/use-reading.js';
import { useDeskTexts } from './desk-texts.js';
import type { DeskQuestion } from './desk-question.js';

/** Which part of the work list to show; each choice takes effect at once. */
export function DeskFilters({ query, ask }: DeskQuestion) {
  const texts = useDeskTexts();
  const providers = useReading('/v1/aanbieders', {});
  const known = providers.data?.data.results ?? [];
  return (
    <search className="filters" aria-label={texts.filters}>
      <Field pointer="/state" label={texts.state}>
        {(input) => (
          <select {...input} value={query.state ?? ''} onChange={({ target }) => ask({ state: target.value })}>
            <option value="">{texts.allStates}</option>
            {Object.entries(texts.states).map(([state, label]) => (
              <option key={state} value={state}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field pointer="/contested" label={texts.contestedOrNot}>
        {(input) => (
          <select {...input} value={query.contested ?? ''} onChange={({ target }) => ask({ contested: target.value })}>
            <option value="">{texts.both}</option>
            <option value="true">{texts.contestedOnly}</option>
            <option value="false">{texts.uncontestedOnly}</option>
          </select>
        )}
      </Field>
      <Field pointer="/providerId" label={texts.provider}>
        {(input) => (
          <select
            {...input}
            value={query.providerId ?? ''}
            onChange={({ target }) => ask({ providerId: target.value })}
          >
            <option value="">{texts.allProviders}</option>
            {known.map(({ id }) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
        )}
      </Field>
    </search>
  );
}
