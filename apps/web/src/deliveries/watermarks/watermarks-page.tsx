import { DataTable } from '../../parts/data-table.js';
import { useFactsTexts, wordFor } from '../../parts/facts/facts-texts.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Day } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useDeliveriesTexts } from '../deliveries-texts.js';
import { WatermarkForm } from './watermark-form.js';

/** Through which day each administration is complete; until then decisions wait. */
export function WatermarksPage() {
  const texts = useDeliveriesTexts();
  const { systems } = useFactsTexts();
  const { roles } = useSignedIn();
  const watermarks = useReading('/watermerken', {}, { live: true });
  return (
    <Page title={texts.completeness}>
      <p>{texts.completenessExplained}</p>
      <Loaded reading={watermarks}>
        {({ results }) => (
          <DataTable
            caption={texts.completeness}
            captionHidden
            empty={texts.noWatermarks}
            rows={results}
            keyOf={({ system }) => system}
            columns={[
              { head: texts.system, cell: ({ system }) => wordFor(systems, system) },
              { head: texts.completeThrough, cell: ({ completeThrough }) => <Day on={completeThrough} /> },
            ]}
          />
        )}
      </Loaded>
      {roles.includes('BENEFITS') && <WatermarkForm />}
    </Page>
  );
}
