import { useState } from 'react';
import { Form } from '../../parts/form/form.js';
import { useKeepFiles } from '../../parts/evidence/keep-files.js';
import { Page } from '../../parts/page.js';
import type { Schema } from '../../shell/api/client.js';
import type { Fault } from '../../shell/api/problem.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { centsFrom } from '../../shell/language/format.js';
import { EvidencePicker } from '../evidence/evidence-picker.js';
import { RequiredEvidence } from '../evidence/required-evidence.js';
import { AlreadySubmitted } from './already-submitted.js';
import { AmountFields } from './amount-fields.js';
import { ClientFields } from './client-fields.js';
import { bodyOf, dossierOf, EMPTY, type Draft } from './draft.js';
import { Submitted } from './submitted.js';
import { useSubmitTexts } from './submit-texts.js';
import { useContract } from './use-contract.js';
import { WorkFields } from './work-fields.js';

/** A claim in one form: client, work, tariff and evidence. What the server finds wrong stands at its field. */
export function SubmitPage() {
  const texts = useSubmitTexts();
  const [draft, setDraft] = useState(EMPTY);
  const [claim, setClaim] = useState<Schema<'Claim'>>();
  const { send, pending, problem } = useRecording('/claims');
  const files = useKeepFiles();
  const contract = useContract(draft.contractId);
  const change = (changed: Partial<Draft>): void => setDraft((before) => ({ ...before, ...changed }));
  const submit = async (): Promise<void> => {
    const evidence = await files.keep(dossierOf(draft), draft.evidence);
    if (evidence === undefined) return;
    const answer = await send({ body: bodyOf(draft, evidence) });
    if (answer !== undefined) setClaim(answer.data);
  };
  const above = [{ path: '/mijn-declaraties', title: texts.claims }];
  if (claim !== undefined) {
    const again = (): void => {
      setDraft(EMPTY);
      setClaim(undefined);
    };
    return <Submitted claim={claim} onAnother={again} />;
  }
  const isDuplicate = problem?.slug === 'dubbele-indiening';
  return (
    <Page title={texts.title} above={above}>
      <p>{texts.intro}</p>
      {isDuplicate && <AlreadySubmitted problem={problem} />}
      <Form
        problem={files.problem ?? (isDuplicate ? null : problem)}
        pending={pending || files.pending}
        submit={texts.submit}
        check={() => faultsIn(draft, texts.amountWrong)}
        onSubmit={() => void submit()}
      >
        <ClientFields draft={draft} onChange={change} />
        <WorkFields draft={draft} onChange={change} />
        <AmountFields draft={draft} tariffs={contract.tariffs} onChange={change} />
        <h2>{texts.evidence}</h2>
        <RequiredEvidence required={contract.requiredEvidence} chosen={draft.evidence} />
        <EvidencePicker
          dossierRef={dossierOf(draft)}
          chosen={draft.evidence}
          onChange={(evidence) => change({ evidence })}
        />
      </Form>
    </Page>
  );
}

/** An amount is typed as people write it; what cannot be read as one is no amount. */
function faultsIn({ amount }: Draft, message: string): readonly Fault[] {
  if (amount.trim() === '' || centsFrom(amount) !== undefined) return [];
  return [{ in: 'body', pointer: '/cents', code: 'amount', message }];
}
