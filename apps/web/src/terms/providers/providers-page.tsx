import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useTermsTexts } from '../terms-texts.js';
import { AccountsState } from './accounts-state.js';

/** Every provider, and whether money can be sent to it. */
export function ProvidersPage() {
  const texts = useTermsTexts();
  const { roles } = useSignedIn();
  const providers = useReading('/aanbieders', {});
  return (
    <Page title={texts.providers}>
      {roles.includes('CONTRACTS') && (
        <p>
          <Link className="button-link primary" to="/voorwaarden/aanbieders/nieuw">
            {texts.registerProvider}
          </Link>
        </p>
      )}
      <Loaded reading={providers}>
        {({ results }) => (
          <DataTable
            caption={texts.providers}
            captionHidden
            empty={texts.noProviders}
            rows={results}
            keyOf={({ id }) => id}
            columns={[
              { head: texts.provider, cell: ({ id }) => <Link to={`/voorwaarden/aanbieders/${id}`}>{id}</Link> },
              { head: texts.account, cell: ({ id }) => <AccountsState providerId={id} /> },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
