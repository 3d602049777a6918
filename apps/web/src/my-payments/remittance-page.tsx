import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { DataTable } from '../parts/data-table.js';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { SaveButton } from '../parts/save-button.js';
import { Status } from '../parts/status.js';
import { Day, Money } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import type { Problem } from '../shell/api/problem.js';
import { send, sendForJson, type Answer } from '../shell/api/send.js';
import { dayText } from '../shell/language/format.js';
import { useSignedIn } from '../shell/session/who-works.js';
import { useMyPaymentsTexts } from './my-payments-texts.js';

/** What one payment was for, claim by claim, with the same to keep for the books. */
export function RemittancePage() {
  const texts = useMyPaymentsTexts();
  const { batchId = '' } = useParams();
  const { organisation = '' } = useSignedIn();
  const path = `/v1/betaalbatches/${encodeURIComponent(batchId)}/specificaties/${encodeURIComponent(organisation)}`;
  const reading = useQuery<Answer<Schema<'Remittance'>>, Problem>({
    queryKey: [path],
    queryFn: () => sendForJson<Schema<'Remittance'>>({ path, accept: 'application/json' }),
  });
  const exported = reading.data?.data.exportedOn;
  const title = exported === undefined ? texts.specification : texts.specificationOf(dayText(exported));
  return (
    <Page title={title} above={[{ path: '/mijn-betalingen', title: texts.title }]}>
      <Loaded reading={reading}>
        {({ exportedOn, totalCents, paidCents, lines }) => (
          <>
            <dl className="facts">
              <div>
                <dt>{texts.number}</dt>
                <dd>{batchId}</dd>
              </div>
              <div>
                <dt>{texts.orderedOn}</dt>
                <dd>
                  <Day on={exportedOn} />
                </dd>
              </div>
              <div>
                <dt>{texts.total}</dt>
                <dd>
                  <Money cents={totalCents} />
                </dd>
              </div>
              <div>
                <dt>{texts.paid}</dt>
                <dd>
                  <Money cents={paidCents} />
                </dd>
              </div>
            </dl>
            <RemittanceLines lines={lines} />
            <SaveButton
              label={texts.saveCsv}
              name={`specificatie-${batchId}.csv`}
              content={async () => (await send({ path, accept: 'text/csv' })).blob()}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What each claim was paid. */
function RemittanceLines({ lines }: Pick<Schema<'Remittance'>, 'lines'>) {
  const texts = useMyPaymentsTexts();
  return (
    <DataTable
      caption={texts.lineCaption}
      columns={[
        {
          head: texts.claim,
          cell: ({ claimId, providerReference }) => (
            <Link to={`/mijn-declaraties/${claimId}`}>{providerReference || claimId}</Link>
          ),
        },
        { head: texts.bankReference, cell: ({ endToEndId }) => endToEndId },
        { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
        { head: texts.vat, numeric: true, cell: ({ vatCents }) => <Money cents={vatCents} /> },
        { head: texts.offset, numeric: true, cell: ({ offsetCents }) => <Money cents={offsetCents} /> },
        { head: texts.net, numeric: true, cell: ({ netCents }) => <Money cents={netCents} /> },
        {
          head: texts.state,
          cell: ({ state }) => <Status tone={state === 'SETTLED' ? 'good' : 'waiting'}>{texts.states[state]}</Status>,
        },
      ]}
      rows={lines}
      keyOf={({ endToEndId }) => endToEndId}
    />
  );
}
