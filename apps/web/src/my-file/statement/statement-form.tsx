import { useState } from 'react';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { Field } from '../../parts/form/field.js';
import { Form } from '../../parts/form/form.js';
import { useAnnounce } from '../../shell/announcer.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { dayText } from '../../shell/language/format.js';
import { useLanguage } from '../../shell/language/language.js';
import { useMyFileTexts } from '../my-file-texts.js';
import { useOwnFile } from '../own-file.js';

export interface Job {
  readonly jobId: string;
  readonly employerId: string;
  readonly startedOn: string;
}

type Contribution = 'NONE' | 'ASSISTED' | 'DECISIVE';

/** Whether the provider helped with a job. Words go to the vault first; the statement names their fingerprint. */
export function StatementForm({ jobs }: { readonly jobs: readonly Job[] }) {
  const texts = useMyFileTexts();
  const { language } = useLanguage();
  const announce = useAnnounce();
  const dossierRef = useOwnFile();
  const [jobId, setJobId] = useState(jobs.length === 1 ? (jobs[0]?.jobId ?? '') : '');
  const [contribution, setContribution] = useState<Contribution | ''>('');
  const [value, setValue] = useState('');
  const words = useRecording('/dossiers/{dossierRef}/woorden');
  const fact = useRecording('/dossiers/{dossierRef}/feiten');
  const state = async (): Promise<void> => {
    if (contribution === '') return;
    const isSilent = value.trim() === '';
    const kept = isSilent ? undefined : await words.send({ path: { dossierRef }, body: { language, value } });
    if (!isSilent && kept === undefined) return;
    const origin = { source: { system: 'SURVEY' }, assurance: 'CLIENT_STATEMENT' } as const;
    const said = kept === undefined ? {} : { wordsCommitment: kept.data.commitment };
    const body = { type: 'ClientStatement', jobId, contribution, ...said, ...origin } as const;
    if ((await fact.send({ path: { dossierRef }, body })) === undefined) return;
    announce(texts.stated);
    setContribution('');
    setValue('');
  };
  return (
    <Form
      problem={words.problem ?? fact.problem}
      pending={words.pending || fact.pending}
      submit={texts.sendStatement}
      onSubmit={() => void state()}
    >
      <ChoiceField
        pointer="/jobId"
        label={texts.whichJob}
        required
        none={texts.chooseJob}
        options={jobs.map((job) => [job.jobId, texts.jobOf(job.employerId, dayText(job.startedOn))])}
        value={jobId}
        onChange={setJobId}
      />
      <ChoiceField
        pointer="/contribution"
        label={texts.contribution}
        required
        none={texts.choose}
        options={Object.entries(texts.contributions)}
        value={contribution}
        onChange={(code) => setContribution(code as Contribution)}
      />
      <Field pointer="/value" label={texts.words} hint={texts.wordsHint} optional>
        {(input) => <textarea {...input} rows={5} value={value} onChange={({ target }) => setValue(target.value)} />}
      </Field>
    </Form>
  );
}
