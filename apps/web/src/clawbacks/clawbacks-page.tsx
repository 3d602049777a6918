import { Link, useSearchParams } from 'react-router';
import { DataTable } from '../parts/data-table.js';
import { Field } from '../parts/form/field.js';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Pager } from '../parts/pager.js';
import { Status } from '../parts/status.js';
import { Day, Money } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useReading } from '../shell/api/use-reading.js';
import { useClawbacksTexts } from './clawbacks-texts.js';

type State = Schema<'Clawback'>['state'];
const PAGE_SIZE = 25;

/** All clawbacks of the municipality, by where they stand. */
export function ClawbacksPage() {
  const texts = useClawbacksTexts();
  const [asked, setAsked] = useSearchParams();
  const page = Math.max(1, Number(asked.get('page')) || 1);
  const state = asked.get('state') as State | null;
  const clawbacks = useReading(
    '/v1/terugvorderingen',
    { query: { page, pageSize: PAGE_SIZE, ...(state !== null && { state }) } },
    { keep: true },
  );
  return (
    <Page title={texts.title}>
      <search className="filters" aria-label={texts.filter}>
        <Field pointer="/state" label={texts.state}>
          {(input) => (
            <select
              {...input}
              value={state ?? ''}
              onChange={({ target }) => setAsked(target.value === '' ? {} : { state: target.value })}
            >
              <option value="">{texts.allStates}</option>
              {Object.entries(texts.states).map(([code, label]) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </search>
      <Loaded reading={clawbacks}>
        {({ count, results }) => (
          <>
            <DataTable
              caption={texts.title}
              captionHidden
              columns={[
                {
                  head: texts.clawback,
                  cell: ({ clawbackId }) => <Link to={`/terugvorderingen/${clawbackId}`}>{clawbackId}</Link>,
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
            <Pager
              {...{ page, count }}
              pageSize={PAGE_SIZE}
              onPage={(next) => setAsked({ ...(state !== null && { state }), page: String(next) })}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}
