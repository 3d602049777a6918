import { useParams } from 'react-router';
import { LetterView } from '../parts/letter/letter-view.js';
import { Page } from '../parts/page.js';
import { useMyFileTexts } from './my-file-texts.js';

/** One letter about a claim on the client. */
export function LetterAboutMePage() {
  const texts = useMyFileTexts();
  const { claimId = '', letterId = '' } = useParams();
  return (
    <Page title={texts.letter} above={[{ path: '/mijn-dossier', title: texts.title }]}>
      <LetterView claimId={claimId} letterId={letterId} />
    </Page>
  );
}
