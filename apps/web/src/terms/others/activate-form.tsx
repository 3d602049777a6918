import { useState } from 'react';
import { useAnnounce } from '../../shell/announcer.js';
import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { TermForm } from '../term-form.js';
import { useTermsTexts } from '../terms-texts.js';

/** Lets a version of the rules decide from a day on; all running claims are then decided anew. */
export function ActivateForm({ known }: { readonly known: readonly string[] }) {
  const texts = useTermsTexts();
  const announce = useAnnounce();
  const [recorded, setRecorded] = useState(0);
  const { send, pending, problem } = useRecording('/regelsets');
  const record = async (body: object): Promise<void> => {
    const answer = await send({ body: body as Schema<'ActivateRuleSet'> });
    if (answer === undefined) return;
    announce(texts.done);
    setRecorded((times) => times + 1); // The next one begins with an empty form.
  };
  return (
    <section aria-labelledby="activate">
      <h2 id="activate">{texts.activate}</h2>
      <p>{texts.activateExplained(known.join(', '))}</p>
      <TermForm
        key={recorded}
        schema="ActivateRuleSet"
        known={{ ruleSet: known }}
        labels={{ decisionRef: texts.decision, ruleSet: texts.ruleSet }}
        hints={texts.hints}
        pending={pending}
        problem={problem}
        submit={texts.activate}
        onRecord={(body) => void record(body)}
      />
    </section>
  );
}
