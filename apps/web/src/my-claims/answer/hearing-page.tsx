import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { Form } from '../../parts/form/form.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Reasons } from '../../parts/reasons.js';
import { Day, Money } from '../../parts/values.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useClaimName } from '../use-claim-name.js';
import { useAnswerTexts } from './answer-texts.js';

type Position = Schema<'HearClawback'>['position'];

/** What the provider says of a proposal to ask money back, before anything is decided. */
export function HearingPage() {
  const texts = useAnswerTexts();
  const { claimId = '', clawbackId = '' } = useParams();
  const name = useClaimName(claimId);
  const reading = useReading('/terugvorderingen/{clawbackId}', { path: { clawbackId } });
  return (
    <Page
      title={texts.hearing}
      above={[
        { path: '/mijn-declaraties', title: texts.claims },
        { path: `/mijn-declaraties/${claimId}`, title: texts.claim(name) },
      ]}
    >
      <p>{texts.hearingExplained}</p>
      <Loaded reading={reading}>
        {({ cents, hearingUntilOn, reasons, heard, state }) => (
          <>
            <dl className="facts">
              <dt>{texts.amount}</dt>
              <dd>
                <Money cents={cents} />
              </dd>
              <dt>{texts.hearingUntilOn}</dt>
              <dd>
                <Day on={hearingUntilOn} />
              </dd>
            </dl>
            <Reasons reasons={reasons} caption={texts.why} />
            {heard && <p className="notice">{texts.heardBefore}</p>}
            {!heard && state !== 'PROPOSED' && <p className="notice">{texts.hearingOver}</p>}
            {!heard && state === 'PROPOSED' && <HearingForm claimId={claimId} clawbackId={clawbackId} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function HearingForm({ claimId, clawbackId }: { readonly claimId: string; readonly clawbackId: string }) {
  const texts = useAnswerTexts();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const [position, setPosition] = useState<Position>('DISPUTES');
  const { send, pending, problem } = useRecording('/terugvorderingen/{clawbackId}/zienswijzen');
  const hear = async (): Promise<void> => {
    const answer = await send({ path: { clawbackId }, body: { position } });
    if (answer === undefined) return;
    announce(texts.heard);
    await navigate(`/mijn-declaraties/${claimId}`);
  };
  return (
    <Form problem={problem} pending={pending} submit={texts.send} onSubmit={() => void hear()}>
      <ChoiceField
        pointer="/position"
        label={texts.position}
        options={Object.entries(texts.positions)}
        value={position}
        onChange={(code) => setPosition(code as Position)}
      />
    </Form>
  );
}
