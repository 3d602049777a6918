import { send } from '../../shell/api/send.js';
import { dayText } from '../../shell/language/format.js';
import type { Schema } from '../../shell/api/client.js';
import { SaveButton } from '../save-button.js';
import { useEvidenceTexts } from './evidence-texts.js';

interface Props {
  readonly dossierRef: string;
  readonly document: Schema<'EvidenceDocument'>;
}

const EXTENSIONS: Readonly<Record<Schema<'EvidenceMediaType'>, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

/** Saves a document that is kept, named by its kind and day: what it was called is kept nowhere. */
export function SaveDocument({ dossierRef, document: { id, kind, mediaType, obtainedOn, recordedAt } }: Props) {
  const texts = useEvidenceTexts();
  const word = texts.kinds[kind];
  const name = `${texts.documentOf(word, dayText(obtainedOn ?? recordedAt.slice(0, 'yyyy-mm-dd'.length)))}.${EXTENSIONS[mediaType]}`;
  const path = `/v1/dossiers/${dossierRef}/bewijsstukken/${id}`;
  return (
    <SaveButton
      label={texts.download(word)}
      name={name}
      content={async () => (await send({ path, accept: mediaType })).blob()}
    />
  );
}
