import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';

/** What Tab stops at: a browser by itself begins at whatever a script can focus, as the empty place of a form's errors. */
const FIRST = ':is(a[href], input, select, textarea, button):not(:disabled, [tabindex="-1"])';

interface Props {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page: the focus stays in it, Escape leaves everything as it was, and the focus goes back where it came from. */
export function Modal({ open, title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) {
      dialog.current?.showModal();
      dialog.current?.querySelector<HTMLElement>(FIRST)?.focus();
    } else dialog.current?.close();
  }, [open]);
  // Only what closes gives the focus back, and a dialog may go without: its caller then draws it no longer.
  useLayoutEffect(() => {
    const shown = dialog.current;
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {open && children}
    </dialog>
  );
}
