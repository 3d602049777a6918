import { useParams } from 'react-router';
import { LetterView } from '../parts/letter/letter-view.js';
import { useLetterTitle } from '../parts/letter/use-letter-title.js';
import { Page } from '../parts/page.js';
import { useClaimsTexts } from './claims-texts.js';

/** A letter as its reader got it, named by what it is about: its own reference stands in it. */
export function LetterPage() {
  const texts = useClaimsTexts();
  const { claimId = '', letterId = '' } = useParams();
  const title = useLetterTitle({ claimId, letterId });
  const above = [
    { path: '/werkvoorraad', title: texts.desk },
    { path: `/declaraties/${claimId}`, title: texts.title(claimId) },
  ];
  return (
    <Page title={title} above={above}>
      <LetterView claimId={claimId} letterId={letterId} />
    </Page>
  );
}
