import { useNavigate } from 'react-router';
import { Page } from '../../parts/page.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { TermForm } from '../term-form.js';
import { useTermsTexts } from '../terms-texts.js';

/** Registers a provider with who owns it. */
export function RegisterProviderPage() {
  const texts = useTermsTexts();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const { send, pending, problem } = useRecording('/aanbieders');
  const record = async (body: object): Promise<void> => {
    const answer = await send({ body: body as Schema<'RegisterProvider'> });
    if (answer === undefined) return;
    announce(texts.done);
    void navigate(`/voorwaarden/aanbieders/${answer.data.id}`);
  };
  return (
    <Page title={texts.registerProvider} above={[{ path: '/voorwaarden/aanbieders', title: texts.providers }]}>
      <TermForm
        schema="RegisterProvider"
        pending={pending}
        problem={problem}
        submit={texts.record}
        onRecord={(body) => void record(body)}
      />
    </Page>
  );
}
