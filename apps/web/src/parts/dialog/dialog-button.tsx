import { useState, type ReactNode } from 'react';

interface Props {
  readonly label: string;
  /** What a screen reader says instead, where the label alone does not tell what it is about. */
  readonly name?: string;
  /** It does what the page is for. */
  readonly primary?: boolean;
  readonly dialog: (onClose: () => void) => ReactNode;
}

/** A button with the dialog that it opens; closed, the dialog keeps nothing of what was filled in. */
export function DialogButton({ label, name, primary = false, dialog }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-label={name} className={primary ? 'primary' : undefined} onClick={() => setOpen(true)}>
        {label}
      </button>
      {open && dialog(() => setOpen(false))}
    </>
  );
}
