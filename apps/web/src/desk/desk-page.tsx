import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Pager } from '../parts/pager.js';
import { useReading } from '../shell/api/use-reading.js';
import { DeskFilters } from './desk-filters.js';
import { PAGE_SIZE, useDeskQuestion } from './desk-question.js';
import { DeskTable } from './desk-table.js';
import { useDeskTexts } from './desk-texts.js';
import { NoticesToRelease } from './notices-to-release.js';

/** The work list: everything that waits for somebody, with what kind of attention it needs. */
export function DeskPage() {
  const texts = useDeskTexts();
  const { query, scope, ask } = useDeskQuestion();
  const desk = useReading('/v1/werkvoorraad', { query }, { live: true, keep: true });
  return (
    <Page title={texts.title}>
      <DeskFilters query={query} scope={scope} ask={ask} />
      <Loaded reading={desk}>
        {({ count, results }) => (
          <>
            <p aria-live="polite">{texts.count(count)}</p>
            <DeskTable rows={results} sorted={query.sort} onSort={(sort) => ask({ sort })} />
            <Pager
              page={query.page}
              pageSize={PAGE_SIZE}
              count={count}
              onPage={(page) => ask({ page: String(page) })}
            />
            <NoticesToRelease rows={results} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
