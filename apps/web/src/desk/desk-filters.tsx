import { useState } from 'react';
import { NavigationType, useNavigationType } from 'react-router';
import { ChoiceField } from '../parts/form/choice-field.js';
import { Field } from '../parts/form/field.js';
import { useReading } from '../shell/api/use-reading.js';
import { useDeskTexts } from './desk-texts.js';
import type { DeskQuestion } from './desk-question.js';

/** Which part of the work list to show; each choice takes effect at once. */
export function DeskFilters({ query, scope, search, ask }: DeskQuestion) {
  const texts = useDeskTexts();
  const providers = useReading('/aanbieders', {});
  const known = providers.data?.data.results.map(({ id }) => [id, id] as const) ?? [];
  const contested = { true: texts.contestedOnly, false: texts.uncontestedOnly };
  const choose =
    (name: string) =>
    (value: string): void =>
      ask({ [name]: value });
  return (
    <search className="filters" aria-label={texts.filters}>
      <NumberSearch asked={search} onAsk={choose('q')} />
      <ChoiceField
        pointer="/scope"
        label={texts.scope}
        none={texts.underwayOnly}
        options={Object.entries(texts.scopes)}
        value={scope}
        onChange={choose('scope')}
      />
      <ChoiceField
        pointer="/attention"
        label={texts.attention}
        none={texts.everything}
        options={Object.entries(texts.attentions)}
        value={query.attention ?? ''}
        onChange={choose('attention')}
      />
      <ChoiceField
        pointer="/state"
        label={texts.state}
        none={texts.allStates}
        options={Object.entries(texts.states)}
        value={query.state ?? ''}
        onChange={choose('state')}
      />
      <ChoiceField
        pointer="/contested"
        label={texts.contestedOrNot}
        none={texts.both}
        options={Object.entries(contested)}
        value={query.contested ?? ''}
        onChange={choose('contested')}
      />
      <ChoiceField
        pointer="/overdue"
        label={texts.term}
        none={texts.anyTerm}
        options={[['true', texts.overdueOnly]]}
        value={query.overdue ?? ''}
        onChange={choose('overdue')}
      />
      <ChoiceField
        pointer="/providerId"
        label={texts.provider}
        none={texts.allProviders}
        options={known}
        value={query.providerId ?? ''}
        onChange={choose('providerId')}
      />
    </search>
  );
}

function NumberSearch(props: { readonly asked: string; readonly onAsk: (part: string) => void }) {
  const { asked, onAsk } = props;
  const texts = useDeskTexts();
  const isBack = useNavigationType() === NavigationType.Pop;
  const [typed, setTyped] = useState(asked);
  const [before, setBefore] = useState(asked);
  if (asked !== before) {
    setBefore(asked);
    // The address follows what is typed, but for who goes back or on in it.
    if (isBack) setTyped(asked);
  }
  return (
    <Field pointer="/q" label={texts.search}>
      {(input) => (
        <input
          {...input}
          type="search"
          placeholder={texts.searchHint}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            onAsk(target.value);
          }}
        />
      )}
    </Field>
  );
}
