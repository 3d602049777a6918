import { useParams } from 'react-router';
import { LetterView } from '../../parts/letter/letter-view.js';
import { Page } from '../../parts/page.js';
import { useClaimTexts } from './claim-texts.js';

/** One letter about a claim of the provider. */
export function OwnLetterPage() {
  const texts = useClaimTexts();
  const { claimId = '', letterId = '' } = useParams();
  return (
    <Page
      title={texts.letter}
      above={[
        { path: '/mijn-declaraties', title: texts.claims },
        { path: `/mijn-declaraties/${claimId}`, title: texts.title(claimId) },
      ]}
    >
      <LetterView claimId={claimId} letterId={letterId} />
    </Page>
  );
}
