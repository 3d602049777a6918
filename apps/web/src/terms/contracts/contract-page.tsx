import { Link, useParams } from 'react-router';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { HistoryTable } from '../history-table.js';
import { useTermsTexts } from '../terms-texts.js';
import { TariffTable } from './tariff-table.js';

/** A contract: its tariffs by date, and what was agreed and changed. */
export function ContractPage() {
  const texts = useTermsTexts();
  const { contractId = '' } = useParams();
  const { roles } = useSignedIn();
  const contract = useReading('/contracten/{contractId}', { path: { contractId } });
  const path = `/voorwaarden/contracten/${contractId}`;
  return (
    <Page title={texts.contractTitle(contractId)} above={[{ path: '/voorwaarden/contracten', title: texts.contracts }]}>
      <Loaded reading={contract}>
        {({ events }) => (
          <>
            {roles.includes('CONTRACTS') && (
              <div className="buttons">
                <Link className="button-link primary" to={`${path}/tarief`}>
                  {texts.setTariff}
                </Link>
                <Link className="button-link" to={`${path}/wijzigen`}>
                  {texts.amendContract}
                </Link>
              </div>
            )}
            <h2>{texts.tariffs}</h2>
            <TariffTable events={events.filter(({ type }) => type === 'TariffSet')} />
            <h2>{texts.agreed}</h2>
            <HistoryTable
              caption={texts.agreed}
              empty={texts.noContracts}
              events={events.filter(({ type }) => type !== 'TariffSet')}
              apart={['contractId']}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}
