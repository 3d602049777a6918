import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Status } from '../../parts/status.js';
import { Day } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useTermsTexts } from '../terms-texts.js';
import { ConfirmAccount } from './confirm-account.js';

/** The accounts of a provider, by the first and last signs of their numbers; finance confirms them. */
export function AccountsTable({ providerId }: { readonly providerId: string }) {
  const texts = useTermsTexts();
  const { roles } = useSignedIn();
  const accounts = useReading('/aanbieders/{providerId}/rekeningen', { path: { providerId } });
  return (
    <Loaded reading={accounts}>
      {({ results }, etag) => (
        <DataTable
          caption={texts.accounts}
          captionHidden
          empty={texts.noAccounts}
          rows={results}
          keyOf={({ accountId }) => accountId}
          columns={[
            { head: texts.iban, cell: ({ iban, accountId }) => iban || accountId },
            { head: texts.activeFrom, cell: ({ activeFrom }) => <Day on={activeFrom} /> },
            {
              head: texts.confirmed,
              cell: ({ confirmedOn }) =>
                confirmedOn === null ? (
                  <Status tone="attention">{texts.accountWaits}</Status>
                ) : (
                  <Day on={confirmedOn} />
                ),
            },
            { head: texts.payableFrom, cell: ({ payableFrom }) => <Day on={payableFrom} /> },
            {
              head: texts.action,
              cell: (account) =>
                account.confirmedOn === null && etag !== undefined && roles.includes('FINANCE') ? (
                  <ConfirmAccount providerId={providerId} account={account} etag={etag} />
                ) : null,
            },
          ]}
        />
      )}
    </Loaded>
  );
}
