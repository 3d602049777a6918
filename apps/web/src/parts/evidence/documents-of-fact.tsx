import { useKeptDocuments, type Evidence } from './kept-documents.js';
import { SaveDocument } from './save-document.js';

interface Props {
  readonly dossierRef: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The documents that prove a fact, those that are kept: what is kept elsewhere stands among its fields. */
export function DocumentsOfFact({ dossierRef, fields: { evidence } }: Props) {
  const named = Array.isArray(evidence) ? (evidence as readonly Evidence[]) : [];
  const keptAs = useKeptDocuments(dossierRef, named);
  return named.flatMap((one) => {
    const document = keptAs(one);
    return document ? [<SaveDocument key={one.id} dossierRef={dossierRef} document={document} />] : [];
  });
}
