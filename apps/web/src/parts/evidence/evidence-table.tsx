import { DataTable } from '../data-table.js';
import { Day } from '../values.js';
import { useEvidenceTexts } from './evidence-texts.js';
import { useKeptDocuments, type Evidence } from './kept-documents.js';
import { SaveDocument } from './save-document.js';

interface Props {
  readonly dossierRef: string;
  readonly evidence: readonly Evidence[];
}

/** What a claim rests on, by kind and fingerprint, and the document itself where it is kept. */
export function EvidenceTable({ dossierRef, evidence }: Props) {
  const texts = useEvidenceTexts();
  const keptAs = useKeptDocuments(dossierRef, evidence);
  const documentOf = (one: Evidence) => {
    const document = keptAs(one);
    return document === null ? texts.notHere : document && <SaveDocument dossierRef={dossierRef} document={document} />;
  };
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{texts.evidence}</h2>
      <DataTable
        caption={texts.evidence}
        captionHidden
        columns={[
          { head: texts.kind, cell: ({ kind }) => texts.kinds[kind] },
          { head: texts.obtainedOn, cell: ({ obtainedOn }) => <Day on={obtainedOn} /> },
          { head: texts.fingerprint, cell: ({ sha256 }) => <span className="hash">{sha256}</span> },
          { head: texts.file, cell: documentOf },
        ]}
        rows={evidence}
        keyOf={({ id }) => id}
        empty={texts.none}
      />
    </section>
  );
}
