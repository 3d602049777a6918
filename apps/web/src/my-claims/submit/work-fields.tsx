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
        <Field pointer="/jobId" label={texts.job} optional>
          {(input) => (
            <select {...input} value={draft.jobId} onChange={({ target }) => onChange({ jobId: target.value })}>
              <option value="">{texts.noJob}</option>
              {jobs.map(({ jobId, employerId, startedOn }) => (
                <option key={jobId} value={jobId}>
                  {texts.jobOf(jobId, employerId, dayText(startedOn))}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field pointer="/assertedOutflowOn" label={texts.outflowOn} hint={texts.outflowHint} optional>
        {(input) => (
          <input
            {...input}
            type="date"
            value={draft.outflowOn}
            onChange={({ target }) => onChange({ outflowOn: target.value })}
          />
        )}
      </Field>
    </>
  );
}
