import { Link, useSearchParams } from 'react-router';
import { StateFilter } from '../../parts/form/state-filter.js';
import { Page } from '../../parts/page.js';
import { Paged, usePaging } from '../../parts/paged.js';
import { SaveList } from '../../parts/save-button.js';
import type { ReadAsked } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useListTexts } from './list-texts.js';
import { OwnClaimsTable } from './own-claims-table.js';

type Query = Required<NonNullable<ReadAsked<'/claims'>['query']>>;

/** All claims of the provider, with what may be expected when and what is asked of it. */
export function OwnClaimsPage() {
  const texts = useListTexts();
  const [asked, setAsked] = useSearchParams();
  const state = (asked.get('status') ?? '') as Query['state'] | '';
  const paging = usePaging('pagina');
  const query = { ...paging.query, ...(state !== '' && { state }) };
  const claims = useReading('/claims', { query }, { live: true, keep: true });
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
      <StateFilter
        label={texts.filter}
        states={texts.states}
        state={state}
        onState={(chosen) => setAsked(chosen === '' ? {} : { status: chosen })}
      />
      <Paged reading={claims} paging={paging}>
        {(results, count) => (
          <>
            {count > 0 && <p aria-live="polite">{texts.count(count)}</p>}
            <OwnClaimsTable rows={results} empty={state === '' ? texts.empty : texts.emptyInState} />
            {count > 0 && <SaveList path="/v1/claims" query={query} name="declaraties" />}
          </>
        )}
      </Paged>
    </Page>
  );
}
