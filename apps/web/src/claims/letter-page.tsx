import { useParams } from 'react-router';
import { LetterView } from '../parts/letter/letter-view.js';
import { Page } from '../parts/page.js';
import { useReading } from '../shell/api/use-reading.js';
import { useClaimsTexts } from './claims-texts.js';

/** A letter as its reader got it, named by what it is about: its own reference stands in it. */
export function LetterPage() {
  const texts = useClaimsTexts();
  const { claimId = '', letterId = '' } = useParams();
  const notices = useReading('/v1/claims/{claimId}/bekendmakingen', { path: { claimId } });
  const kind = notices.data?.data.results.find((notice) => notice.letterId === letterId)?.kind;
  const above = [
    { path: '/werkvoorraad', title: texts.desk },
    { path: `/declaraties/${claimId}`, title: texts.title(claimId) },
  ];
  return (
    <Page title={kind === undefined ? texts.letter : texts.letterOf(texts.noticeKinds[kind])} above={above}>
      <LetterView claimId={claimId} letterId={letterId} />
    </Page>
  );
}
