import { useSearchParams } from 'react-router';
import type { Reading } from '../shell/api/use-reading.js';
import { withChanged } from '../shell/asked.js';
import { useListCut } from './cuts/list-cut.js';
import { LookBack } from './cuts/look-back.js';
import { DataTable, type Column } from './data-table.js';
import { StateFilter } from './form/state-filter.js';
import { Page } from './page.js';
import { Paged, usePaging } from './paged.js';

/** What is asked of a list by where things stand: in which state, which page, now or at two dates. */
export function useStateList<State extends string>() {
  const [asked, setAsked] = useSearchParams();
  const paging = usePaging();
  const { cuts, dates, isPast } = useListCut();
  const state = asked.get('state') as State | null;
  return {
    paging,
    cuts,
    isPast,
    state,
    choose: (code: string) => setAsked((before) => withChanged(before, { state: code })),
    /** As the server is asked for it. */
    query: { ...paging.query, ...dates, ...(state !== null && { state }) },
  };
}

interface Props<Row> {
  readonly asked: ReturnType<typeof useStateList>;
  readonly reading: Reading<{ readonly count: number; readonly results: readonly Row[] }>;
  readonly title: string;
  /** What the choice of a state is called for a reader who does not see it. */
  readonly filter: string;
  readonly states: Readonly<Record<string, string>>;
  readonly empty: string;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
}

/** A list of which each row stands somewhere, and can be asked for by that. */
export function StateList<Row>({ asked, reading, title, filter, states, empty, columns, keyOf }: Props<Row>) {
  const { paging, cuts, isPast, state, choose } = asked;
  return (
    <Page title={title}>
      <LookBack cuts={cuts} isPast={isPast} />
      <StateFilter label={filter} states={states} state={state ?? ''} onState={choose} />
      <Paged reading={reading} paging={paging}>
        {(rows) => (
          <DataTable caption={title} captionHidden columns={columns} rows={rows} keyOf={keyOf} empty={empty} />
        )}
      </Paged>
    </Page>
  );
}
