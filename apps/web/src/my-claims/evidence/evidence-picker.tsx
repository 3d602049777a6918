import { useState } from 'react';
import { DataTable } from '../../parts/data-table.js';
import { ChoiceField } from '../../parts/form/choice-field.js';
import { Field } from '../../parts/form/field.js';
import { FileInput } from '../../parts/form/file-input.js';
import { chosenFrom, type ChosenEvidence, type EvidenceKind } from './chosen-evidence.js';
import { useEvidenceTexts } from './evidence-texts.js';

interface Props {
  readonly chosen: readonly ChosenEvidence[];
  readonly onChange: (chosen: readonly ChosenEvidence[]) => void;
}

/** Files as evidence, each of a kind. Choosing a file is enough: it then stands in the list. */
export function EvidencePicker({ chosen, onChange }: Props) {
  const texts = useEvidenceTexts();
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
      <Chosen chosen={chosen} onChange={onChange} />
    </>
  );
}

function Chosen({ chosen, onChange }: Props) {
  const texts = useEvidenceTexts();
  return (
    <DataTable
      caption={texts.chosen}
      columns={[
        { head: texts.file, cell: ({ name }) => name },
        { head: texts.kind, cell: ({ kind }) => texts.kinds[kind] },
        {
          head: texts.removeHead,
          cell: (one) => (
            <button type="button" onClick={() => onChange(chosen.filter(({ id }) => id !== one.id))}>
              {texts.remove(one.name)}
            </button>
          ),
        },
      ]}
      rows={chosen}
      keyOf={({ id }) => id}
      empty={texts.noneChosen}
    />
  );
}
