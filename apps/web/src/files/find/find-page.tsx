import { Link } from 'react-router';
import { Page } from '../../parts/page.js';
import { useSignedIn } from '../../shell/session/who-works.js';
import { useFilesTexts } from '../files-texts.js';
import { AllFiles } from './all-files.js';
import { FindForm } from './find-form.js';

/** Where a case manager's day begins: a client by number, or the list. */
export function FindPage() {
  const texts = useFilesTexts();
  const { roles } = useSignedIn();
  return (
    <Page title={texts.title}>
      <FindForm />
      {roles.includes('CASEMGR') && (
        <p>
          <Link to="/dossiers/nieuw">{texts.openNew}</Link>
        </p>
      )}
      <AllFiles />
    </Page>
  );
}
