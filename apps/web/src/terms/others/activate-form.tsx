import type { Schema } from '../../shell/api/client.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { TermForm } from '../term-form.js';
import { useTermsTexts } from '../terms-texts.js';
import { useRecorded } from './use-recorded.js';

/** Lets a version of the rules decide from a day on; all running claims are then decided anew. */
export function ActivateForm({ known }: { readonly known: readonly string[] }) {
  const texts = useTermsTexts();
  const { key, isRecorded } = useRecorded();
  const { send, pending, problem } = useRecording('/regelsets');
  const record = async (body: object): Promise<void> => {
    const answer = await send({ body: body as Schema<'ActivateRuleSet'> });
    if (answer !== undefined) isRecorded();
  };
  return (
    <section aria-labelledby="activate">
      <h2 id="activate">{texts.activate}</h2>
      <p>{texts.activateExplained(known.join(', '))}</p>
      <TermForm
        key={key}
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
