import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Day } from '../../parts/values.js';
import { useReading } from '../../shell/api/use-reading.js';
import { PlanSample } from './plan-sample.js';
import { useSamplesTexts } from './samples-texts.js';

/** All samples, and the way to a new one. */
export function SamplesPage() {
  const texts = useSamplesTexts();
  const reading = useReading('/steekproeven', {});
  return (
    <Page title={texts.title}>
      <p>{texts.intro}</p>
      <Loaded reading={reading}>
        {({ results }) => (
          <DataTable
            caption={texts.list}
            columns={[
              { head: texts.sample, cell: ({ sampleId }) => <Link to={sampleId}>{sampleId}</Link> },
              { head: texts.plannedOn, cell: ({ plannedOn }) => <Day on={plannedOn} /> },
              { head: texts.size, numeric: true, cell: ({ size }) => size },
              { head: texts.checked, numeric: true, cell: ({ checked }) => checked },
              { head: texts.errors, numeric: true, cell: ({ errors }) => errors },
            ]}
            rows={results}
            keyOf={({ sampleId }) => sampleId}
            empty={texts.empty}
          />
        )}
      </Loaded>
      <PlanSample />
    </Page>
  );
}
