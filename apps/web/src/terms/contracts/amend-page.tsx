import { useNavigate } from 'react-router';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { TermForm } from '../term-form.js';
import { useTermsTexts } from '../terms-texts.js';
import { useKnownTerms } from '../use-known-terms.js';
import { OnContract } from './on-contract.js';

/** Changes what was agreed, from a day on; what is left empty stays as it was. */
export function AmendPage() {
  const texts = useTermsTexts();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const known = useKnownTerms();
  const { send, pending, problem } = useRecording('/contracten/{contractId}/wijzigingen');
  const record = async (contractId: string, ifMatch: string, body: object): Promise<void> => {
    const answer = await send({ path: { contractId }, ifMatch, body: body as Schema<'AmendContract'> });
    if (answer === undefined) return;
    announce(texts.done);
    void navigate(`/voorwaarden/contracten/${contractId}`);
  };
  return (
    <OnContract title={texts.amendContract}>
      {({ contractId, etag }) => (
        <>
          <p>{texts.amendExplained}</p>
          <TermForm
            schema="AmendContract"
            known={known}
            labels={texts.labels}
            hints={texts.hints}
            pending={pending}
            problem={problem}
            submit={texts.record}
            onRecord={(body) => void record(contractId, etag, body)}
          />
        </>
      )}
    </OnContract>
  );
}
