import { ChoiceField } from '../../parts/form/choice-field.js';
import { Field } from '../../parts/form/field.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading, type Reading } from '../../shell/api/use-reading.js';
import { dayText } from '../../shell/language/format.js';
import { isBsn, OTHER, type Draft } from './draft.js';
import { useSubmitTexts } from './submit-texts.js';

export interface PartProps {
  readonly draft: Draft;
  readonly onChange: (changed: Partial<Draft>) => void;
}

type Traject = Schema<'OwnTrajectPage'>['results'][number];
const TRAJECTS_MAX = 100;

export const keyOf = ({ dossierRef, trajectId }: Traject): string => `${dossierRef} ${trajectId}`;

/** The provider's own trajects: both parts of the form ask, and it is read once. */
export const useTrajects = (): Reading<Schema<'OwnTrajectPage'>> =>
  useReading('/trajecten', { query: { pageSize: TRAJECTS_MAX } });

/** Whose outflow it is: one of the provider's own trajects fills in all numbers; else they are typed. */
export function ClientFields({ draft, onChange }: PartProps) {
  const texts = useSubmitTexts();
  const reading = useTrajects();
  const trajects = reading.data?.data.results ?? [];
  const choose = (chosen: string): void => {
    const traject = trajects.find((one) => keyOf(one) === chosen);
    const { dossierRef: number = '', contractId = '', trajectId = '' } = traject ?? {};
    const [job] = traject?.jobs ?? [];
    onChange({ chosen, number, contractId, trajectId, jobId: job?.jobId ?? '', outflowOn: job?.startedOn ?? '' });
  };
  const named = ({ trajectId, dossierRef, startedOn, claims }: (typeof trajects)[number]): string => {
    const before = claims > 0 ? ` · ${texts.claimedBefore(claims)}` : '';
    return texts.trajectOf(trajectId, dossierRef, dayText(startedOn)) + before;
  };
  return (
    <>
      <h2>{texts.client}</h2>
      <ProblemNotice problem={reading.error} />
      <ChoiceField
        pointer="/dossierRef"
        label={texts.client}
        hint={texts.clientHint}
        required
        none={texts.chooseTraject}
        options={[...trajects.map((traject) => [keyOf(traject), named(traject)] as const), [OTHER, texts.otherClient]]}
        value={draft.chosen}
        onChange={choose}
      />
      {draft.chosen === OTHER && <OtherClient draft={draft} onChange={onChange} />}
    </>
  );
}

/** A client by number: of whom the provider has no traject here, the municipality decides what that means. */
function OtherClient({ draft, onChange }: PartProps) {
  const texts = useSubmitTexts();
  const contracts = useReading('/contracten', {});
  return (
    <>
      <Field pointer={isBsn(draft.number) ? '/bsn' : '/number'} label={texts.number} hint={texts.numberHint}>
        {(input) => (
          <input
            {...input}
            required
            autoComplete="off"
            pattern="\s*([0-9]{9}|[a-z2-7]{13})\s*"
            value={draft.number}
            onChange={({ target }) => onChange({ number: target.value })}
          />
        )}
      </Field>
      <ChoiceField
        pointer="/contractId"
        label={texts.contract}
        optional
        none={texts.chooseContract}
        options={contracts.data?.data.results.map(({ id }) => [id, id]) ?? []}
        value={draft.contractId}
        onChange={(contractId) => onChange({ contractId })}
      />
      <Field pointer="/trajectId" label={texts.traject} optional>
        {(input) => (
          <input
            {...input}
            autoComplete="off"
            value={draft.trajectId}
            onChange={({ target }) => onChange({ trajectId: target.value })}
          />
        )}
      </Field>
    </>
  );
}
