import type { ReactNode } from 'react';
import type { Fault, Problem } from '../../shell/api/problem.js';
import { Form } from '../form/form.js';
import { usePartsTexts } from '../parts-texts.js';
import { Modal } from './modal.js';

interface Props {
  readonly open: boolean;
  readonly title: string;
  readonly submit: string;
  readonly pending: boolean;
  readonly problem: Problem | null;
  readonly check?: () => readonly Fault[];
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A short form in a dialog: a decision with its grounds. */
export function FormDialog({ open, title, onClose, children, ...form }: Props) {
  const texts = usePartsTexts();
  return (
    <Modal open={open} title={title} onClose={onClose}>
      <Form {...form}>{children}</Form>
      <div className="buttons">
        <button type="button" onClick={onClose}>
          {texts.cancel}
        </button>
      </div>
    </Modal>
  );
}
