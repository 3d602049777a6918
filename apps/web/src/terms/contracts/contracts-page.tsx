import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { PeriodText } from '../period-text.js';
import { useTermsTexts } from '../terms-texts.js';

/** Every contract, as it was last recorded. */
export function ContractsPage() {
  const texts = useTermsTexts();
  const { roles } = useSignedIn();
  const contracts = useReading('/contracten', {});
  return (
    <Page title={texts.contracts}>
      {roles.includes('CONTRACTS') && (
        <p>
          <Link className="button-link primary" to="/voorwaarden/contracten/nieuw">
            {texts.registerContract}
          </Link>
        </p>
      )}
      <Loaded reading={contracts}>
        {({ results }) => (
          <DataTable
            caption={texts.contracts}
            captionHidden
            empty={texts.noContracts}
            rows={results}
            keyOf={({ id }) => id}
            columns={[
              { head: texts.contract, cell: ({ id }) => <Link to={`/voorwaarden/contracten/${id}`}>{id}</Link> },
              { head: texts.provider, cell: ({ providerId }) => providerId },
              { head: texts.definition, cell: ({ definitionSetId }) => definitionSetId },
              { head: texts.holds, cell: (contract) => <PeriodText fields={contract} /> },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
