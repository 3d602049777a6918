import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Status } from '../../parts/status.js';
import { Day } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useShellTexts } from '../../shell/shell-texts.js';
import { useTracesTexts } from './traces-texts.js';

/** Roles lent during absence, and whether they are lent today. */
export function DelegationsPage() {
  const texts = useTracesTexts();
  const roles: Readonly<Record<string, string>> = useShellTexts().roles;
  const reading = useReading('/mandaten', {});
  return (
    <Page title={texts.delegations} above={[{ path: '/verantwoording/toezicht', title: texts.title }]}>
      <p>{texts.delegationsIntro}</p>
      <Loaded reading={reading}>
        {({ results }) => (
          <DataTable
            caption={texts.delegations}
            captionHidden
            columns={[
              { head: texts.lentBy, cell: ({ fromSubject }) => fromSubject },
              { head: texts.lentTo, cell: ({ toSubject }) => toSubject },
              { head: texts.role, cell: ({ role }) => roles[role] },
              { head: texts.validFrom, cell: ({ validFrom }) => <Day on={validFrom} /> },
              { head: texts.validTo, cell: ({ validTo }) => <Day on={validTo} /> },
              {
                head: texts.holds,
                cell: ({ holds }) => (
                  <Status tone={holds ? 'good' : 'neutral'}>{holds ? texts.inForce : texts.notInForce}</Status>
                ),
              },
            ]}
            rows={results}
            keyOf={({ fromSubject, toSubject, role, validFrom, validTo }) =>
              [fromSubject, toSubject, role, validFrom, validTo].join(' ')
            }
            empty={texts.delegationsEmpty}
          />
        )}
      </Loaded>
    </Page>
  );
}
