import { useParams } from 'react-router';
import { LetterView } from '../../parts/letter/letter-view.js';
import { useLetterTitle } from '../../parts/letter/use-letter-title.js';
import { Page } from '../../parts/page.js';
import { useClaimName } from '../use-claim-name.js';
import { useClaimTexts } from './claim-texts.js';

/** One letter about a claim of the provider. */
export function OwnLetterPage() {
  const texts = useClaimTexts();
  const { claimId = '', letterId = '' } = useParams();
  const name = useClaimName(claimId);
  const title = useLetterTitle({ claimId, letterId });
  return (
    <Page
      title={title}
      above={[
        { path: '/mijn-declaraties', title: texts.claims },
        { path: `/mijn-declaraties/${claimId}`, title: texts.title(name) },
      ]}
    >
      <LetterView claimId={claimId} letterId={letterId} />
    </Page>
  );
}
