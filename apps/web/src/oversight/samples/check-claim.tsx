import { useState } from 'react';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { Form } from '../../parts/form/form.js';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useSamplesTexts } from './samples-texts.js';

/** Records what was found of a claim that was drawn and is not checked yet. */
export function CheckClaim({ sample: { sampleId, claims } }: { readonly sample: Schema<'Sample'> }) {
  const texts = useSamplesTexts();
  const announce = useAnnounce();
  const [chosen, setChosen] = useState('');
  const [finding, setFinding] = useState('');
  const [reason, setReason] = useState('');
  const { send, pending, problem } = useRecording('/steekproeven/{sampleId}/controles');
  const open = claims.filter(({ valid }) => valid === undefined);
  const claimId = open.some((claim) => claim.claimId === chosen) ? chosen : open[0]?.claimId;
  if (claimId === undefined) return null;
  const submit = async (): Promise<void> => {
    const wrong = finding === 'false';
    const body = { claimId, valid: !wrong, ...(wrong && reason !== '' && { reason }) };
    if ((await send({ path: { sampleId }, body })) === undefined) return;
    setFinding('');
    setReason('');
    announce(texts.recorded);
  };
  return (
    <section aria-labelledby="record">
      <h2 id="record">{texts.record}</h2>
      <Form problem={problem} pending={pending} submit={texts.recordFinding} onSubmit={() => void submit()}>
        <ChoiceField
          pointer="/claimId"
          label={texts.claim}
          options={open.map((claim) => [claim.claimId, claim.claimId])}
          value={claimId}
          onChange={setChosen}
        />
        <ChoiceField
          pointer="/valid"
          label={texts.finding}
          hint={texts.recordHint}
          required
          none={texts.choose}
          options={[
            ['true', texts.right],
            ['false', texts.wrong],
          ]}
          value={finding}
          onChange={setFinding}
        />
        {finding === 'false' && (
          <ChoiceField
            pointer="/reason"
            label={texts.reason}
            required
            none={texts.choose}
            options={Object.entries(texts.reasons)}
            value={reason}
            onChange={setReason}
          />
        )}
      </Form>
    </section>
  );
}
