import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Status } from '../../parts/status.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { PeriodText } from '../period-text.js';
import { useTermsTexts } from '../terms-texts.js';
import { DelegateForm } from './delegate-form.js';

/** Who may act for whom in absence. */
export function DelegationsPage() {
  const texts = useTermsTexts();
  const { roles } = useSignedIn();
  const delegations = useReading('/mandaten', {});
  return (
    <Page title={texts.delegations}>
      <p>{texts.delegationsExplained}</p>
      <Loaded reading={delegations}>
        {({ results }) => (
          <DataTable
            caption={texts.delegations}
            captionHidden
            empty={texts.noDelegations}
            rows={results.toReversed()}
            keyOf={({ fromSubject, toSubject, role, validFrom, validTo }) =>
              [fromSubject, toSubject, role, validFrom, validTo].join(' ')
            }
            columns={[
              { head: texts.absent, cell: ({ fromSubject }) => fromSubject },
              { head: texts.delegate, cell: ({ toSubject }) => toSubject },
              { head: texts.inRole, cell: ({ role }) => texts.roles[role] },
              { head: texts.holds, cell: (delegation) => <PeriodText fields={delegation} /> },
              {
                head: texts.today,
                cell: ({ holds }) => (
                  <Status tone={holds ? 'good' : 'neutral'}>{holds ? texts.holdsToday : texts.notToday}</Status>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {roles.includes('CONTRACTS') && <DelegateForm />}
    </Page>
  );
}
