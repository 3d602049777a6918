import { useState } from 'react';
import { Field } from '../../parts/form/field.js';
import { FileInput } from '../../parts/form/file-input.js';
import { Form } from '../../parts/form/form.js';
import type { Fault, Problem } from '../../shell/api/problem.js';
import { FilePreview } from './file-preview.js';
import { useOwnDeliveryTexts } from './delivery-texts.js';

interface ChosenFile {
  readonly text: string;
  readonly deliveryId: string;
}

interface Props {
  readonly pending: boolean;
  readonly problem: Problem | null;
  readonly submit: string;
  /** Another file or reference: what was seen of the last one no longer counts. */
  readonly onChange: () => void;
  readonly onSend: (file: ChosenFile) => void;
}

const BYTES_MAX = 5_000_000;
const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/;

/** The name of a file as a reference: what a reference may not hold becomes a dash. */
const referenceFrom = (name: string): string =>
  name
    .replace(/\.csv$/i, '')
    .replaceAll(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 60);

/** Which file, under which reference; its first rows are shown before anything is sent. */
export function DeliveryForm({ pending, problem, submit, onChange, onSend }: Props) {
  const texts = useOwnDeliveryTexts();
  const [text, setText] = useState('');
  const [bytes, setBytes] = useState(0);
  const [deliveryId, setDeliveryId] = useState('');
  const choose = async (file: File | undefined): Promise<void> => {
    onChange();
    setBytes(file?.size ?? 0);
    setText(file === undefined || file.size > BYTES_MAX ? '' : await file.text());
    setDeliveryId(referenceFrom(file?.name ?? ''));
  };
  const faults = (): readonly Fault[] => [
    ...(bytes > BYTES_MAX ? [fault('/rows', texts.tooBig)] : []),
    ...(deliveryId !== '' && !REFERENCE.test(deliveryId) ? [fault('/deliveryId', texts.referenceWrong)] : []),
  ];
  return (
    <Form
      problem={problem}
      pending={pending}
      submit={submit}
      check={faults}
      onSubmit={() => onSend({ text, deliveryId })}
    >
      <Field pointer="/rows" label={texts.file} hint={texts.fileHint}>
        {(input) => <FileInput {...input} required accept=".csv,text/csv" onFiles={([file]) => void choose(file)} />}
      </Field>
      <Field pointer="/deliveryId" label={texts.reference} hint={texts.referenceHint}>
        {(input) => (
          <input
            {...input}
            required
            autoComplete="off"
            value={deliveryId}
            onChange={({ target }) => {
              setDeliveryId(target.value);
              onChange();
            }}
          />
        )}
      </Field>
      {text !== '' && <FilePreview text={text} />}
    </Form>
  );
}

const fault = (pointer: string, message: string): Fault => ({ in: 'body', pointer, code: 'invalid', message });
