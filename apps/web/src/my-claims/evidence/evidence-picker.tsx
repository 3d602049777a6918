import { useState } from 'react';
import { DataTable } from '../../parts/data-table.js';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { Field } from '../../parts/form/field.js';
import { FileInput } from '../../parts/form/file-input.js';
import { useEvidenceTexts } from '../../parts/evidence/evidence-texts.js';
import { mayBeKept, type ChosenFile } from '../../parts/evidence/keep-files.js';
import { chosenFrom, type EvidenceKind } from './chosen-evidence.js';
import { usePickerTexts } from './picker-texts.js';

interface Props {
  /** Whose file it is about; without it nothing can be kept. */
  readonly dossierRef: string | undefined;
  readonly chosen: readonly ChosenFile[];
  readonly onChange: (chosen: readonly ChosenFile[]) => void;
}

/** Files as evidence, each of a kind. Choosing a file is enough: it then stands in the list. */
export function EvidencePicker({ dossierRef, chosen, onChange }: Props) {
  const texts = { ...useEvidenceTexts(), ...usePickerTexts() };
  const [kind, setKind] = useState<EvidenceKind>('PAYSLIP');
  const add = async (files: readonly File[]): Promise<void> => {
    const added = await Promise.all(files.map((file) => chosenFrom(file, kind)));
    onChange([...chosen, ...added]);
  };
  return (
    <>
      <ChoiceField
        pointer="/kind"
        label={texts.kind}
        options={Object.entries(texts.kinds)}
        value={kind}
        onChange={(code) => setKind(code as EvidenceKind)}
      />
      <Field pointer="/evidence" label={texts.file} hint={texts.fileHint} optional>
        {(input) => <FileInput {...input} key={chosen.length} multiple onFiles={(files) => void add(files)} />}
      </Field>
      <Chosen dossierRef={dossierRef} chosen={chosen} onChange={onChange} />
    </>
  );
}

function Chosen({ dossierRef, chosen, onChange }: Props) {
  const texts = { ...useEvidenceTexts(), ...usePickerTexts() };
  return (
    <DataTable
      caption={texts.chosen}
      columns={[
        { head: texts.file, cell: ({ file }) => file.name },
        { head: texts.kind, cell: ({ evidence }) => texts.kinds[evidence.kind] },
        {
          head: texts.where,
          cell: ({ file }) => (dossierRef !== undefined && mayBeKept(file) ? texts.here : texts.withYou),
        },
        {
          head: texts.removeHead,
          cell: (one) => (
            <button type="button" onClick={() => onChange(chosen.filter((other) => other !== one))}>
              {texts.remove(one.file.name)}
            </button>
          ),
        },
      ]}
      rows={chosen}
      keyOf={({ evidence }) => evidence.id}
      empty={texts.noneChosen}
    />
  );
}
