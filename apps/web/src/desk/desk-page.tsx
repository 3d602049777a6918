import { useListCut } from '../parts/cuts/list-cut.js';
import { LookBack } from '../parts/cuts/look-back.js';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Pager } from '../parts/pager.js';
import { SaveList } from '../parts/save-button.js';
import { useReading } from '../shell/api/use-reading.js';
import { DeskFilters } from './desk-filters.js';
import { PAGE_SIZE, useDeskQuestion } from './desk-question.js';
import { DeskTable } from './desk-table.js';
import { useDeskTexts } from './desk-texts.js';
import { DeskDifferences } from './differences/desk-differences.js';
import { NoticesToRelease } from './notices-to-release.js';

/** The work list: everything that waits for somebody, with what kind of attention it needs; an auditor sees it as it was, too. */
export function DeskPage() {
  const texts = useDeskTexts();
  const { query, scope, search, ask } = useDeskQuestion();
  const { cuts, dates, isPast, claimPath } = useListCut();
  const desk = useReading('/werkvoorraad', { query: { ...query, ...dates } }, { live: !isPast, keep: true });
  return (
    <Page title={texts.title}>
      <LookBack cuts={cuts} isPast={isPast} comparable />
      {cuts.other !== undefined && <DeskDifferences cut={cuts.cut} other={cuts.other} />}
      <a className="skip-link" href="#list">
        {texts.toList}
      </a>
      <DeskFilters query={query} scope={scope} search={search} ask={ask} />
      <div id="list" tabIndex={-1}>
        <Loaded reading={desk}>
          {({ count, results }) => (
            <>
              <p aria-live="polite">{texts.count(count)}</p>
              <DeskTable
                rows={results}
                sorted={query.sort}
                onSort={(sort) => ask({ sort })}
                isPast={isPast}
                claimPath={claimPath}
              />
              <Pager
                page={query.page}
                pageSize={PAGE_SIZE}
                count={count}
                onPage={(page) => ask({ page: String(page) })}
              />
              {count > 0 && <SaveList path="/v1/werkvoorraad" query={{ ...query, ...dates }} name="werkvoorraad" />}
              {!isPast && <NoticesToRelease rows={results} />}
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}
