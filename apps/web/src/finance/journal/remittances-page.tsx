import { useSearchParams } from 'react-router';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { useReading } from '../../shell/api/use-reading.js';
import { dayText } from '../../shell/language/format.js';
import { useFinanceTexts } from '../finance-texts.js';
import { Remittances } from './remittances.js';

const PAGE_SIZE = 100;

/** What each provider is paid in a batch, as the file that it gets. */
export function RemittancesPage() {
  const texts = useFinanceTexts();
  const [asked, setAsked] = useSearchParams();
  const batchId = asked.get('batch') ?? '';
  const batches = useReading('/betaalbatches', { query: { pageSize: PAGE_SIZE } });
  return (
    <Page title={texts.remittances}>
      <p>{texts.remittancesExplained}</p>
      <Loaded reading={batches}>
        {({ results }) => {
          const exported = results.filter(({ status }) => status === 'EXPORTED');
          if (exported.length === 0) return <p>{texts.noExported}</p>;
          return (
            <search className="filters">
              <ChoiceField
                pointer="/batchId"
                label={texts.batch}
                none={texts.choose}
                options={exported.map((one) => [one.batchId, texts.batchOf(dayText(one.preparedOn), one.batchId)])}
                value={batchId}
                onChange={(batch) => setAsked({ batch })}
              />
            </search>
          );
        }}
      </Loaded>
      {batchId !== '' && <OfBatch batchId={batchId} />}
    </Page>
  );
}

function OfBatch({ batchId }: { readonly batchId: string }) {
  const texts = useFinanceTexts();
  const batch = useReading('/betaalbatches/{batchId}', { path: { batchId } });
  return (
    <Loaded reading={batch}>
      {({ lines, exportedOn }) => (
        <>
          {exportedOn !== undefined && <p>{texts.exportedOn(dayText(exportedOn))}</p>}
          <Remittances batchId={batchId} lines={lines} />
        </>
      )}
    </Loaded>
  );
}
