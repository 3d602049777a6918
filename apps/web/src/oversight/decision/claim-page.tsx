import { Link, useParams } from 'react-router';
import { Page } from '../../parts/page.js';
import { CutForm } from '../../parts/cuts/cut-form.js';
import { useCuts } from '../../parts/cuts/cut.js';
import { useTimeTravelTexts } from '../time-travel/time-travel-texts.js';
import { DecisionDifference } from './decision-difference.js';
import { DecisionPicture } from './decision-picture.js';
import { DeterminationsTable } from './determinations-table.js';
import { useDecisionTexts } from './decision-texts.js';

/** Why a claim was decided as it was, on two dates, and what differs from two others. */
export function ClaimPage() {
  const texts = useDecisionTexts();
  const { title } = useTimeTravelTexts();
  const { claimId = '' } = useParams();
  const { search, ...cuts } = useCuts();
  const dossierRef = claimId.split('.')[0] ?? '';
  return (
    <Page title={texts.title(claimId)} above={[{ path: '/verantwoording/tijdreis', title }]}>
      <CutForm key={search} {...cuts} />
      <p>
        <Link to={`/verantwoording/tijdreis/dossiers/${dossierRef}${search}`}>{texts.file}</Link>
      </p>
      {cuts.other !== undefined && <DecisionDifference claimId={claimId} cut={cuts.cut} other={cuts.other} />}
      <DecisionPicture claimId={claimId} cut={cuts.cut} />
      <DeterminationsTable claimId={claimId} />
    </Page>
  );
}
