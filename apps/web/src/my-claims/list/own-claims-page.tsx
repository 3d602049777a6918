import { Link, useSearchParams } from 'react-router';
import { Field } from '../../parts/form/field.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Pager } from '../../parts/pager.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useListTexts } from './list-texts.js';
import { OwnClaimsTable } from './own-claims-table.js';

const PAGE_SIZE = 25;

/** All claims of the provider, with what may be expected when and what is asked of it. */
export function OwnClaimsPage() {
  const texts = useListTexts();
  const [asked, setAsked] = useSearchParams();
  const state = asked.get('status') ?? '';
  const page = Math.max(1, Number(asked.get('pagina')) || 1);
  const query = { page, pageSize: PAGE_SIZE, ...(state !== '' && { state }) };
  const claims = useReading('/v1/claims', { query }, { live: true, keep: true });
  return (
    <Page title={texts.title}>
      <p className="buttons">
        <Link className="button-link primary" to="/mijn-declaraties/indienen">
          {texts.submit}
        </Link>
        <Link className="button-link" to="/mijn-declaraties/aanleveren">
          {texts.upload}
        </Link>
      </p>
      <StateFilter state={state} onState={(chosen) => setAsked(chosen === '' ? {} : { status: chosen })} />
      <Loaded reading={claims}>
        {({ count, results }) => (
          <>
            {count > 0 && <p aria-live="polite">{texts.count(count)}</p>}
            <OwnClaimsTable rows={results} empty={state === '' ? texts.empty : texts.emptyInState} />
            <Pager
              page={page}
              pageSize={PAGE_SIZE}
              count={count}
              onPage={(next) => setAsked({ ...(state !== '' && { status: state }), pagina: String(next) })}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface FilterProps {
  readonly state: string;
  readonly onState: (state: string) => void;
}

function StateFilter({ state, onState }: FilterProps) {
  const texts = useListTexts();
  return (
    <search className="filters" aria-label={texts.filter}>
      <Field pointer="/state" label={texts.state}>
        {(input) => (
          <select {...input} value={state} onChange={({ target }) => onState(target.value)}>
            <option value="">{texts.allStates}</option>
            {Object.entries(texts.states).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
    </search>
  );
}
