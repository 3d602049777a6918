import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useKeepFiles, type ChosenFile } from '../../parts/evidence/keep-files.js';
import { Form } from '../../parts/form/form.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Reasons } from '../../parts/reasons.js';
import { Day } from '../../parts/values.js';
import { useAnnounce } from '../../shell/announcer.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { EvidencePicker } from '../evidence/evidence-picker.js';
import { useClaimName } from '../use-claim-name.js';
import { useAnswerTexts } from './answer-texts.js';

/** Sends the evidence that a claim still lacks. */
export function CompletePage() {
  const texts = useAnswerTexts();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const { claimId = '' } = useParams();
  const [dossierRef] = claimId.split('.');
  const name = useClaimName(claimId);
  const [chosen, setChosen] = useState<readonly ChosenFile[]>([]);
  const claim = useReading('/claims/{claimId}', { path: { claimId } });
  const files = useKeepFiles();
  const { send, pending, problem } = useRecording('/claims/{claimId}/aanvullingen');
  const complete = async (ifMatch: string): Promise<void> => {
    const evidence = await files.keep(dossierRef, chosen);
    if (evidence === undefined) return;
    const answer = await send({ path: { claimId }, body: { evidence: [...evidence] }, ifMatch });
    if (answer === undefined) return;
    announce(texts.completed);
    await navigate(`/mijn-declaraties/${claimId}`);
  };
  const check = () =>
    chosen.length > 0
      ? []
      : [{ in: 'body' as const, pointer: '/evidence', code: 'required', message: texts.noEvidence }];
  return (
    <Page
      title={texts.complete}
      above={[
        { path: '/mijn-declaraties', title: texts.claims },
        { path: `/mijn-declaraties/${claimId}`, title: texts.claim(name) },
      ]}
    >
      <p>{texts.completeExplained}</p>
      <Loaded reading={claim}>
        {({ reasons, respondUntilOn }, etag = '') => (
          <>
            <Reasons reasons={reasons.filter(({ kind }) => kind === 'OPEN')} caption={texts.complete} />
            {respondUntilOn !== undefined && (
              <p>
                {texts.respondUntilOn} <Day on={respondUntilOn} />.
              </p>
            )}
            <Form
              problem={files.problem ?? problem}
              pending={pending || files.pending}
              submit={texts.send}
              check={check}
              onSubmit={() => void complete(etag)}
            >
              <EvidencePicker dossierRef={dossierRef} chosen={chosen} onChange={setChosen} />
            </Form>
          </>
        )}
      </Loaded>
    </Page>
  );
}
