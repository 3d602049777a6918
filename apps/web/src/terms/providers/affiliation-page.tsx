import { useNavigate, useParams } from 'react-router';
import { Page } from '../../parts/page.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { TermForm } from '../term-form.js';
import { useTermsTexts } from '../terms-texts.js';

/** Registers that a provider and an employer are tied: a job there earns no bonus. */
export function AffiliationPage() {
  const texts = useTermsTexts();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const { providerId = '' } = useParams();
  const { send, pending, problem } = useRecording('/aanbieders/{providerId}/verbondenheden');
  const record = async (body: object): Promise<void> => {
    const answer = await send({ path: { providerId }, body: body as Schema<'RegisterAffiliation'> });
    if (answer === undefined) return;
    announce(texts.done);
    void navigate(`/voorwaarden/aanbieders/${providerId}`);
  };
  const above = [
    { path: '/voorwaarden/aanbieders', title: texts.providers },
    { path: `/voorwaarden/aanbieders/${providerId}`, title: texts.providerTitle(providerId) },
  ];
  return (
    <Page title={texts.registerAffiliation} above={above}>
      <p>{texts.affiliationExplained}</p>
      <TermForm
        schema="RegisterAffiliation"
        pending={pending}
        problem={problem}
        submit={texts.record}
        onRecord={(body) => void record(body)}
      />
    </Page>
  );
}
