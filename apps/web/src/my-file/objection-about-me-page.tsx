import { useNavigate, useParams } from 'react-router';
import { ObjectionForm } from '../parts/objection/objection-form.js';
import { Page } from '../parts/page.js';
import { useMyFileTexts } from './my-file-texts.js';

/** The client objects against a decision about itself. */
export function ObjectionAboutMePage() {
  const texts = useMyFileTexts();
  const navigate = useNavigate();
  const { claimId = '', subjectEventId = '' } = useParams();
  return (
    <Page title={texts.object} above={[{ path: '/mijn-dossier', title: texts.title }]}>
      <ObjectionForm
        claimId={claimId}
        subjectEventId={subjectEventId}
        onDone={() => void navigate(`/mijn-dossier/declaraties/${claimId}`)}
      />
    </Page>
  );
}
