import { DataTable } from '../parts/data-table.js';
import { Page } from '../parts/page.js';
import { Paged, usePaging } from '../parts/paged.js';
import { Instant } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useReading } from '../shell/api/use-reading.js';
import type { Role } from '../shell/session/session.js';
import { useSignedIn } from '../shell/session/who-works.js';
import { useShellTexts } from '../shell/shell-texts.js';
import { useMyFileTexts } from './my-file-texts.js';

type Look = Schema<'ProcessingRecord'>;

/** Who asked for the client's data, when, and for which. */
export function LooksPage() {
  const texts = useMyFileTexts();
  const paging = usePaging('pagina');
  const reading = useReading('/verwerkingen', { query: paging.query }, { keep: true });
  const operations: Readonly<Record<string, string>> = texts.operations;
  return (
    <Page title={texts.looks} above={[{ path: '/mijn-dossier', title: texts.title }]}>
      <p>{texts.looksIntro}</p>
      <Paged reading={reading} paging={paging}>
        {(results) => (
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
        )}
      </Paged>
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
