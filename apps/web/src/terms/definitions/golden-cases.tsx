import { AmountField } from '../../parts/form/amount-field.js';
import { Field } from '../../parts/form/field.js';
import { FileInput } from '../../parts/form/file-input.js';
import { useTermsTexts } from '../terms-texts.js';

interface Props {
  /** Texts of the cases. */
  readonly files: readonly string[];
  readonly onFiles: (files: readonly string[]) => void;
  readonly tariff: string;
  readonly onTariff: (typed: string) => void;
}

/** Worked cases that the new version must decide as they say, or it is not published. */
export function GoldenCases({ files, onFiles, tariff, onTariff }: Props) {
  const texts = useTermsTexts();
  const take = async (chosen: readonly File[]): Promise<void> =>
    onFiles(await Promise.all(chosen.map((file) => file.text())));
  return (
    <fieldset className="group">
      <legend>{texts.goldenCases}</legend>
      <Field pointer="/goldenCases/files" label={texts.caseFiles} hint={texts.caseFilesHint} optional>
        {(input) => <FileInput {...input} multiple accept=".yaml,.yml" onFiles={(chosen) => void take(chosen)} />}
      </Field>
      <p aria-live="polite">{files.length > 0 && texts.casesChosen(files.length)}</p>
      <AmountField
        pointer="/goldenCases/tariffCents"
        label={texts.caseTariff}
        hint={texts.caseTariffHint}
        optional
        value={tariff}
        onType={onTariff}
      />
    </fieldset>
  );
}
