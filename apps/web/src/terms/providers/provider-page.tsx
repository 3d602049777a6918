import { Link, useParams } from 'react-router';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { HistoryTable } from '../history-table.js';
import { useTermsTexts } from '../terms-texts.js';
import { AccountsTable } from './accounts-table.js';

const OF_ACCOUNTS = new Set(['BankAccountRegistered', 'BankAccountConfirmed']);

/** A provider: its accounts, who owns it, and with which employers it is tied. */
export function ProviderPage() {
  const texts = useTermsTexts();
  const { providerId = '' } = useParams();
  const { roles } = useSignedIn();
  const provider = useReading('/aanbieders/{providerId}', { path: { providerId } });
  const path = `/voorwaarden/aanbieders/${providerId}`;
  return (
    <Page title={texts.providerTitle(providerId)} above={[{ path: '/voorwaarden/aanbieders', title: texts.providers }]}>
      {roles.includes('CONTRACTS') && (
        <div className="buttons">
          <Link className="button-link primary" to={`${path}/rekening`}>
            {texts.registerAccount}
          </Link>
          <Link className="button-link" to={`${path}/verbondenheid`}>
            {texts.registerAffiliation}
          </Link>
        </div>
      )}
      <h2>{texts.accounts}</h2>
      <AccountsTable providerId={providerId} />
      <h2>{texts.ownership}</h2>
      <Loaded reading={provider}>
        {({ events }) => (
          <HistoryTable
            caption={texts.ownership}
            empty={texts.noProviders}
            events={events.filter(({ type }) => !OF_ACCOUNTS.has(type))}
            apart={['providerId']}
          />
        )}
      </Loaded>
    </Page>
  );
}
