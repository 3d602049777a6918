import { useNavigate } from 'react-router';
import { Page } from '../../parts/page.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { TermForm } from '../term-form.js';
import { useTermsTexts } from '../terms-texts.js';
import { useKnownTerms } from '../use-known-terms.js';

/** Registers a contract with a provider. */
export function RegisterContractPage() {
  const texts = useTermsTexts();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const known = useKnownTerms();
  const { send, pending, problem } = useRecording('/contracten');
  const record = async (body: object): Promise<void> => {
    const answer = await send({ body: body as Schema<'RegisterContract'> });
    if (answer === undefined) return;
    announce(texts.done);
    void navigate(`/voorwaarden/contracten/${answer.data.id}`);
  };
  return (
    <Page title={texts.registerContract} above={[{ path: '/voorwaarden/contracten', title: texts.contracts }]}>
      <TermForm
        schema="RegisterContract"
        known={known}
        labels={texts.labels}
        hints={texts.hints}
        pending={pending}
        problem={problem}
        submit={texts.record}
        onRecord={(body) => void record(body)}
      />
    </Page>
  );
}
