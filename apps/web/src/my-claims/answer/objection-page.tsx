import { useNavigate, useParams } from 'react-router';
import { ObjectionForm } from '../../parts/objection/objection-form.js';
import { useObjectionTexts } from '../../parts/objection/objection-texts.js';
import { Page } from '../../parts/page.js';
import { useClaimName } from '../use-claim-name.js';
import { useAnswerTexts } from './answer-texts.js';

/** Objects against a decision on a claim of the provider. */
export function ObjectionPage() {
  const texts = useAnswerTexts();
  const title = useObjectionTexts().title;
  const navigate = useNavigate();
  const { claimId = '', subjectEventId = '' } = useParams();
  const name = useClaimName(claimId);
  const claim = `/mijn-declaraties/${claimId}`;
  return (
    <Page
      title={title}
      above={[
        { path: '/mijn-declaraties', title: texts.claims },
        { path: claim, title: texts.claim(name) },
      ]}
    >
      <ObjectionForm claimId={claimId} subjectEventId={subjectEventId} onDone={() => void navigate(claim)} />
    </Page>
  );
}
