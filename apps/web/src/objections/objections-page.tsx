import { useSearchParams } from 'react-router';
import { useListCut } from '../parts/cuts/list-cut.js';
import { LookBack } from '../parts/cuts/look-back.js';
import { PresentLink } from '../parts/cuts/present-link.js';
import { DataTable } from '../parts/data-table.js';
import { ChoiceField } from '../parts/form/choice-field.js';
import { Page } from '../parts/page.js';
import { Paged, usePaging } from '../parts/paged.js';
import { Status } from '../parts/status.js';
import { Day } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { withChanged } from '../shell/asked.js';
import { useReading } from '../shell/api/use-reading.js';
import { useObjectionsTexts } from './objections-texts.js';

type State = Schema<'Objection'>['state'];

/** All objections, by where they stand, with the day by which each must be decided. */
export function ObjectionsPage() {
  const texts = useObjectionsTexts();
  const [asked, setAsked] = useSearchParams();
  const paging = usePaging();
  const { cuts, dates, isPast } = useListCut();
  const state = asked.get('state') as State | null;
  const objections = useReading(
    '/v1/bezwaren',
    { query: { ...paging.query, ...dates, ...(state !== null && { state }) } },
    { keep: true },
  );
  return (
    <Page title={texts.title}>
      <LookBack cuts={cuts} isPast={isPast} />
      <search className="filters" aria-label={texts.filter}>
        <ChoiceField
          pointer="/state"
          label={texts.state}
          none={texts.allStates}
          options={Object.entries(texts.states)}
          value={state ?? ''}
          onChange={(code) => setAsked((before) => withChanged(before, { state: code }))}
        />
      </search>
      <Paged reading={objections} paging={paging}>
        {(results) => (
          <DataTable
            caption={texts.title}
            captionHidden
            columns={[
              {
                head: texts.objection,
                cell: ({ objectionId }) => (
                  <PresentLink isPast={isPast} to={`/bezwaren/${objectionId}`}>
                    {objectionId}
                  </PresentLink>
                ),
              },
              { head: texts.by, cell: ({ parties }) => parties.map((party) => texts.parties[party]).join(', ') },
              { head: texts.provider, cell: ({ providerId }) => providerId },
              { head: texts.state, cell: (row) => <Status tone="neutral">{texts.states[row.state]}</Status> },
              { head: texts.filedOn, cell: ({ filedOn }) => <Day on={filedOn} /> },
              { head: texts.decideBy, cell: ({ decideByOn }) => <Day on={decideByOn} /> },
            ]}
            rows={results}
            keyOf={({ objectionId }) => objectionId}
            empty={texts.empty}
          />
        )}
      </Paged>
    </Page>
  );
}
