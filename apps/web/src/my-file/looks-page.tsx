import { useSearchParams } from 'react-router';
import { DataTable } from '../parts/data-table.js';
import { Loaded } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Pager } from '../parts/pager.js';
import { Instant } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useReading } from '../shell/api/use-reading.js';
import type { Role } from '../shell/session/session.js';
import { useSignedIn } from '../shell/session/session.js';
import { useShellTexts } from '../shell/shell-texts.js';
import { useMyFileTexts } from './my-file-texts.js';

type Look = Schema<'ProcessingRecord'>;
const PAGE_SIZE = 25;

/** Who asked for the client's data, when, and for which. */
export function LooksPage() {
  const texts = useMyFileTexts();
  const [asked, setAsked] = useSearchParams();
  const page = Math.max(1, Number(asked.get('pagina')) || 1);
  const reading = useReading('/v1/verwerkingen', { query: { page, pageSize: PAGE_SIZE } }, { keep: true });
  const operations: Readonly<Record<string, string>> = texts.operations;
  return (
    <Page title={texts.looks} above={[{ path: '/mijn-dossier', title: texts.title }]}>
      <p>{texts.looksIntro}</p>
      <Loaded reading={reading}>
        {({ count, results }) => (
          <>
            <DataTable
              caption={texts.looks}
              captionHidden
              columns={[
                { head: texts.when, cell: ({ start_time: at }) => <Instant at={at} /> },
                { head: texts.who, cell: (look) => <Who look={look} /> },
                { head: texts.what, cell: ({ name }) => operations[name] ?? texts.otherOperation },
              ]}
              rows={results}
              keyOf={({ span_id: id }) => id}
              empty={texts.noLooks}
            />
            <Pager
              page={page}
              pageSize={PAGE_SIZE}
              count={count}
              onPage={(next) => setAsked({ pagina: String(next) })}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** In which role and for whom somebody looked; the client itself is told so. */
function Who({ look: { attributes } }: { readonly look: Look }) {
  const texts = useMyFileTexts();
  const { roles } = useShellTexts();
  const { subject } = useSignedIn();
  if (attributes['uitkomst.subject'] === subject) return <>{texts.you}</>;
  const words = (attributes['uitkomst.roles'] ?? '').split(/[ ,]+/).map((role) => roles[role as Role] ?? role);
  return (
    <>
      {words.join(', ')}, {attributes['uitkomst.organisation']}
    </>
  );
}
