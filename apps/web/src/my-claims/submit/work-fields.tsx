import { DayInput } from '../../parts/form/day-input.js';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { Field } from '../../parts/form/field.js';
import { dayText } from '../../shell/language/format.js';
import { keyOf, useTrajects, type PartProps } from './client-fields.js';
import { OTHER } from './draft.js';
import { useSubmitTexts } from './submit-texts.js';

/** Which work it was, and since when without a benefit. */
export function WorkFields({ draft, onChange }: PartProps) {
  const texts = useSubmitTexts();
  const trajects = useTrajects().data?.data.results ?? [];
  const jobs = trajects.find((one) => keyOf(one) === draft.chosen)?.jobs ?? [];
  return (
    <>
      <h2>{texts.job}</h2>
      {draft.chosen === OTHER || jobs.length === 0 ? (
        <Field pointer="/jobId" label={texts.jobNumber} hint={texts.jobHint} optional>
          {(input) => (
            <input
              {...input}
              autoComplete="off"
              value={draft.jobId}
              onChange={({ target }) => onChange({ jobId: target.value.trim() })}
            />
          )}
        </Field>
      ) : (
        <ChoiceField
          pointer="/jobId"
          label={texts.job}
          optional
          none={texts.noJob}
          options={jobs.map(({ jobId, employerId, startedOn }) => [
            jobId,
            texts.jobOf(jobId, employerId, dayText(startedOn)),
          ])}
          value={draft.jobId}
          onChange={(jobId) => onChange({ jobId })}
        />
      )}
      <Field pointer="/assertedOutflowOn" label={texts.outflowOn} hint={texts.outflowHint} optional>
        {(input) => <DayInput {...input} value={draft.outflowOn} onDay={(day) => onChange({ outflowOn: day })} />}
      </Field>
    </>
  );
}
