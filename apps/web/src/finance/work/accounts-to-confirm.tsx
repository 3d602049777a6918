import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { Loaded, Loading } from '../../parts/loading.js';
import { Day } from '../../parts/values.js';
import { read } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useFinanceTexts } from '../finance-texts.js';

const PATH = '/aanbieders/{providerId}/rekeningen';

/** Accounts that contract management registered and nobody confirmed yet. */
export function AccountsToConfirm() {
  const texts = useFinanceTexts();
  const providers = useReading('/aanbieders', {});
  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts">{texts.accounts}</h2>
      <p>{texts.accountsExplained}</p>
      <Loaded reading={providers}>{({ results }) => <Unconfirmed providerIds={results.map(({ id }) => id)} />}</Loaded>
    </section>
  );
}

function Unconfirmed({ providerIds }: { readonly providerIds: readonly string[] }) {
  const texts = useFinanceTexts();
  const answers = useQueries({
    queries: providerIds.map((providerId) => ({
      queryKey: [PATH, { path: { providerId } }],
      queryFn: () => read(PATH, { path: { providerId } }),
    })),
  });
  if (answers.some(({ isLoading }) => isLoading)) return <Loading />;
  const waiting = answers.flatMap(({ data }, at) =>
    (data?.data.results ?? [])
      .filter(({ confirmedOn }) => confirmedOn === null)
      .map((account) => Object.assign({ providerId: providerIds[at] ?? '' }, account)),
  );
  return (
    <DataTable
      caption={texts.accounts}
      captionHidden
      empty={texts.noAccounts}
      rows={waiting}
      keyOf={({ accountId }) => accountId}
      columns={[
        {
          head: texts.provider,
          cell: ({ providerId }) => <Link to={`/voorwaarden/aanbieders/${providerId}`}>{providerId}</Link>,
        },
        { head: texts.account, cell: ({ iban }) => iban },
        { head: texts.activeFrom, cell: ({ activeFrom }) => <Day on={activeFrom} /> },
      ]}
    />
  );
}
