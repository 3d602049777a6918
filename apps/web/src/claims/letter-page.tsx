import { useParams } from 'react-router';
import { LetterView } from '../parts/letter/letter-view.js';
import { Page } from '../parts/page.js';
import { useClaimsTexts } from './claims-texts.js';

/** A letter as its reader got it. */
export function LetterPage() {
  const texts = useClaimsTexts();
  const { claimId = '', letterId = '' } = useParams();
  const above = [
    { path: '/werkvoorraad', title: texts.desk },
    { path: `/declaraties/${claimId}`, title: texts.title(claimId) },
  ];
  return (
    <Page title={`${texts.letter} ${letterId}`} above={above}>
      <LetterView claimId={claimId} letterId={letterId} />
    </Page>
  );
}
