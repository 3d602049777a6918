import { DataTable } from '../parts/data-table.js';
import { useEvidenceTexts } from '../parts/evidence/evidence-texts.js';
import { SaveDocument } from '../parts/evidence/save-document.js';
import { Page } from '../parts/page.js';
import { Paged, usePaging } from '../parts/paged.js';
import { Day, Instant } from '../parts/values.js';
import { useReading } from '../shell/api/use-reading.js';
import { useShellTexts } from '../shell/shell-texts.js';
import { useMyFileTexts } from './my-file-texts.js';
import { useOwnFile } from './own-file.js';

/** Every document that is kept about the client: of what kind, from which office, and the document itself. */
export function DocumentsPage() {
  const texts = useMyFileTexts();
  const evidence = useEvidenceTexts();
  const { roles } = useShellTexts();
  const dossierRef = useOwnFile();
  const paging = usePaging('pagina');
  const options = { path: { dossierRef }, query: paging.query };
  const reading = useReading('/dossiers/{dossierRef}/bewijsstukken', options, { keep: true });
  return (
    <Page title={texts.documents} above={[{ path: '/mijn-dossier', title: texts.title }]}>
      <p>{texts.documentsIntro}</p>
      <Paged reading={reading} paging={paging}>
        {(results) => (
          <DataTable
            caption={texts.documents}
            captionHidden
            columns={[
              { head: evidence.kind, cell: ({ kind }) => evidence.kinds[kind] },
              { head: evidence.obtainedOn, cell: ({ obtainedOn }) => <Day on={obtainedOn} /> },
              { head: texts.keptAt, cell: ({ recordedAt }) => <Instant at={recordedAt} /> },
              { head: texts.keptBy, cell: ({ role }) => roles[role] },
              {
                head: evidence.file,
                cell: (document) => <SaveDocument dossierRef={dossierRef} document={document} />,
              },
            ]}
            rows={results}
            keyOf={({ id }) => id}
            empty={texts.noDocuments}
          />
        )}
      </Paged>
    </Page>
  );
}
