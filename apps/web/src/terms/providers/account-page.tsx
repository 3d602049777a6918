import { useNavigate, useParams } from 'react-router';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { TermForm } from '../term-form.js';
import { useTermsTexts } from '../terms-texts.js';

/** Registers to which account a provider is paid; somebody of finance confirms it before it is used. */
export function AccountPage() {
  const texts = useTermsTexts();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const { providerId = '' } = useParams();
  const provider = useReading('/aanbieders/{providerId}', { path: { providerId } });
  const { send, pending, problem } = useRecording('/aanbieders/{providerId}/rekeningen');
  const record = async (ifMatch: string, body: object): Promise<void> => {
    const answer = await send({ path: { providerId }, ifMatch, body: body as Schema<'RegisterAccount'> });
    if (answer === undefined) return;
    announce(texts.done);
    void navigate(`/voorwaarden/aanbieders/${providerId}`);
  };
  const above = [
    { path: '/voorwaarden/aanbieders', title: texts.providers },
    { path: `/voorwaarden/aanbieders/${providerId}`, title: texts.providerTitle(providerId) },
  ];
  return (
    <Page title={texts.registerAccount} above={above}>
      <p>{texts.accountExplained}</p>
      <Loaded reading={provider}>
        {(_history, etag = '') => (
          <TermForm
            schema="RegisterAccount"
            labels={texts.labels}
            pending={pending}
            problem={problem}
            submit={texts.record}
            onRecord={(body) => void record(etag, body)}
          />
        )}
      </Loaded>
    </Page>
  );
}
