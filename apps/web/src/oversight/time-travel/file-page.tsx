import { useParams } from 'react-router';
import { Page } from '../../parts/page.js';
import { CutForm } from '../../parts/cuts/cut-form.js';
import { useCuts } from '../../parts/cuts/cut.js';
import { FileDifference } from './file-difference.js';
import { FilePicture } from './file-picture.js';
import { useTimeTravelTexts } from './time-travel-texts.js';

/** One client's file on two dates, and what differs from the same file on two others. */
export function FilePage() {
  const texts = useTimeTravelTexts();
  const { dossierRef = '' } = useParams();
  const cuts = useCuts();
  return (
    <Page title={texts.file(dossierRef)} above={[{ path: '/verantwoording/tijdreis', title: texts.title }]}>
      <CutForm key={cuts.search} {...cuts} />
      {cuts.other !== undefined && <FileDifference dossierRef={dossierRef} cut={cuts.cut} other={cuts.other} />}
      <FilePicture dossierRef={dossierRef} cut={cuts.cut} search={cuts.search} />
    </Page>
  );
}
