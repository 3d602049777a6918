import { useParams } from 'react-router';
import { LetterView } from '../parts/letter/letter-view.js';
import { useLetterTitle } from '../parts/letter/use-letter-title.js';
import { Page } from '../parts/page.js';
import { useMyFileTexts } from './my-file-texts.js';

/** One letter about a claim on the client. */
export function LetterAboutMePage() {
  const texts = useMyFileTexts();
  const { claimId = '', letterId = '' } = useParams();
  const title = useLetterTitle({ claimId, letterId });
  return (
    <Page title={title} above={[{ path: '/mijn-dossier', title: texts.title }]}>
      <LetterView claimId={claimId} letterId={letterId} />
    </Page>
  );
}
