import { useSearchParams } from 'react-router';
import { useListCut } from '../parts/cuts/list-cut.js';
import { LookBack } from '../parts/cuts/look-back.js';
import { PresentLink } from '../parts/cuts/present-link.js';
import { DataTable } from '../parts/data-table.js';
import { ChoiceField } from '../parts/form/choice-field.js';
import { Page } from '../parts/page.js';
import { Paged, usePaging } from '../parts/paged.js';
import { Status } from '../parts/status.js';
import { Day, Money } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { withChanged } from '../shell/asked.js';
import { useReading } from '../shell/api/use-reading.js';
import { useClawbacksTexts } from './clawbacks-texts.js';

type State = Schema<'Clawback'>['state'];

/** All clawbacks of the municipality, by where they stand. */
export function ClawbacksPage() {
  const texts = useClawbacksTexts();
  const [asked, setAsked] = useSearchParams();
  const paging = usePaging();
  const { cuts, dates, isPast } = useListCut();
  const state = asked.get('state') as State | null;
  const clawbacks = useReading(
    '/v1/terugvorderingen',
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
      <Paged reading={clawbacks} paging={paging}>
        {(results) => (
          <DataTable
            caption={texts.title}
            captionHidden
            columns={[
              {
                head: texts.clawback,
                cell: ({ clawbackId }) => (
                  <PresentLink isPast={isPast} to={`/terugvorderingen/${clawbackId}`}>
                    {clawbackId}
                  </PresentLink>
                ),
              },
              { head: texts.provider, cell: ({ providerId }) => providerId },
              { head: texts.state, cell: (row) => <Status tone="neutral">{texts.states[row.state]}</Status> },
              { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
              { head: texts.outstanding, numeric: true, cell: (row) => <Money cents={row.outstandingCents} /> },
              { head: texts.proposedOn, cell: ({ proposedOn }) => <Day on={proposedOn} /> },
              { head: texts.hearingUntil, cell: ({ hearingUntilOn }) => <Day on={hearingUntilOn} /> },
            ]}
            rows={results}
            keyOf={({ clawbackId }) => clawbackId}
            empty={texts.empty}
          />
        )}
      </Paged>
    </Page>
  );
}
