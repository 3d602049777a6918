import type { ReactNode } from 'react';
import type { Problem } from '../../shell/api/problem.js';
import { usePartsTexts } from '../parts-texts.js';
import { ProblemNotice } from '../problem-notice.js';
import { Modal } from './modal.js';
import { Overtaken } from './overtaken.js';
import type { Looked } from './seen.js';

interface Props {
  readonly open: boolean;
  readonly title: string;
  /** The word on the button that does it: a verb, never "OK". */
  readonly confirm: string;
  readonly cancel?: string;
  readonly pending?: boolean;
  readonly problem?: Problem | null;
  /** False: only to be read, as when somebody may not. */
  readonly allowed?: boolean;
  /** What is decided on, as it was when the dialog opened: once it changed there is nothing but to look again. */
  readonly looked?: Looked<unknown>;
  readonly whatChanged?: ReactNode;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks once more before something that counts; Escape and the first button leave everything as it was. */
export function ConfirmDialog(props: Props) {
  const { open, title, confirm, cancel, pending = false, problem = null, allowed = true, looked, children } = props;
  const texts = usePartsTexts();
  // What changes while it is being recorded changes by that very recording.
  const overtaken = looked?.overtaken === true && !pending;
  return (
    <Modal open={open} title={title} onClose={props.onClose}>
      {overtaken && <Overtaken onLookAgain={looked.lookAgain}>{props.whatChanged}</Overtaken>}
      {children}
      <ProblemNotice problem={overtaken ? null : problem} />
      <div className="buttons">
        <button type="button" onClick={props.onClose}>
          {cancel ?? texts.cancel}
        </button>
        {allowed && !overtaken && (
          <button type="button" className="primary" disabled={pending} aria-busy={pending} onClick={props.onConfirm}>
            {pending ? texts.busy : confirm}
          </button>
        )}
      </div>
    </Modal>
  );
}
