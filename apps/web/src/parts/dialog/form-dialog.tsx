import type { ReactNode } from 'react';
import type { Fault, Problem } from '../../shell/api/problem.js';
import { Form } from '../form/form.js';
import { usePartsTexts } from '../parts-texts.js';
import { Modal } from './modal.js';
import { Overtaken } from './overtaken.js';
import type { Looked } from './seen.js';

interface Props {
  readonly open: boolean;
  readonly title: string;
  readonly submit: string;
  /** The way out, where the usual word would be taken for what is being decided. */
  readonly cancel?: string;
  readonly pending: boolean;
  readonly problem: Problem | null;
  /** What is decided on, as it was when the dialog opened: once it changed there is nothing but to look again. */
  readonly looked?: Looked<unknown>;
  readonly whatChanged?: ReactNode;
  readonly check?: () => readonly Fault[];
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A short form in a dialog: a decision with its grounds. */
export function FormDialog({ open, title, cancel, onClose, looked, whatChanged, children, ...form }: Props) {
  const texts = usePartsTexts();
  const wayOut = (
    <button type="button" onClick={onClose}>
      {cancel ?? texts.cancel}
    </button>
  );
  // What changes while it is being recorded changes by that very recording.
  const overtaken = looked?.overtaken === true && !form.pending;
  return (
    <Modal open={open} title={title} onClose={onClose}>
      {overtaken && <Overtaken onLookAgain={looked.lookAgain}>{whatChanged}</Overtaken>}
      <Form {...form} problem={overtaken ? null : form.problem} allowed={!overtaken} beside={wayOut}>
        {children}
      </Form>
    </Modal>
  );
}
