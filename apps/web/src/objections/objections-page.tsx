import { Link, useSearchParams } from 'react-router';
import { DataTable } from '../parts/data-table.js';
import { Field } from '../parts/form/field.js';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Pager } from '../parts/pager.js';
import { Status } from '../parts/status.js';
import { Day } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useReading } from '../shell/api/use-reading.js';
import { useObjectionsTexts } from './objections-texts.js';

type State = Schema<'Objection'>['state'];
const PAGE_SIZE = 25;

/** All objections, by where they stand, with the day by which each must be decided. */
export function ObjectionsPage() {
  const texts = useObjectionsTexts();
  const [asked, setAsked] = useSearchParams();
  const page = Math.max(1, Number(asked.get('page')) || 1);
  const state = asked.get('state') as State | null;
  const objections = useReading(
    '/v1/bezwaren',
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
      <Loaded reading={objections}>
        {({ count, results }) => (
          <>
            <DataTable
              caption={texts.title}
              captionHidden
              columns={[
                {
                  head: texts.objection,
                  cell: ({ objectionId }) => <Link to={`/bezwaren/${objectionId}`}>{objectionId}</Link>,
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
