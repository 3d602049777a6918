import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { PeriodText } from '../period-text.js';
import { useTermsTexts } from '../terms-texts.js';

/** Every definition set, with its last version. */
export function DefinitionsPage() {
  const texts = useTermsTexts();
  const { roles } = useSignedIn();
  const definitions = useReading('/normenkaders', {});
  return (
    <Page title={texts.definitions}>
      <p>{texts.definitionsExplained}</p>
      {roles.includes('CONTRACTS') && (
        <p>
          <Link className="button-link primary" to="/voorwaarden/normenkaders/nieuw">
            {texts.newDefinition}
          </Link>
        </p>
      )}
      <Loaded reading={definitions}>
        {({ results }) => (
          <DataTable
            caption={texts.definitions}
            captionHidden
            empty={texts.noDefinitions}
            rows={results}
            keyOf={({ id }) => id}
            columns={[
              { head: texts.definition, cell: ({ id }) => <Link to={`/voorwaarden/normenkaders/${id}`}>{id}</Link> },
              { head: texts.version, numeric: true, cell: ({ version }) => version },
              { head: texts.holds, cell: (definition) => <PeriodText fields={definition} /> },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
