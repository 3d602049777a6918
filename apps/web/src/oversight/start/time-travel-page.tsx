import { Link } from 'react-router';
import { Page } from '../../parts/page.js';
import { ClaimList } from './claim-list.js';
import { FileList } from './file-list.js';
import { OpenByNumber } from './open-by-number.js';
import { useTimeTravelTexts } from '../time-travel/time-travel-texts.js';

/** Where an auditor chooses what to look back at. */
export function TimeTravelPage() {
  const texts = useTimeTravelTexts();
  return (
    <Page title={texts.title}>
      <p>{texts.intro}</p>
      <p>
        <Link to="momenten">{texts.moments}</Link>: {texts.momentsIntro}
      </p>
      <OpenByNumber />
      <ClaimList />
      <FileList />
    </Page>
  );
}
