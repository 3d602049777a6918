import { useState, type ReactNode } from 'react';
import { useSignedIn } from '../../shell/session/who-works.js';

interface Props {
  readonly label: string;
  /** Told to whoever may not. */
  readonly whoDecides: string;
  readonly dialog: (onClose: () => void) => ReactNode;
}

/** What a second approver decides in a dialog. */
export function DecideButton({ label, whoDecides, dialog }: Props) {
  const { roles } = useSignedIn();
  const [open, setOpen] = useState(false);
  if (!roles.includes('APPROVER2')) return <p className="hint">{whoDecides}</p>;
  return (
    <div className="buttons">
      <button type="button" className="primary" onClick={() => setOpen(true)}>
        {label}
      </button>
      {open && dialog(() => setOpen(false))}
    </div>
  );
}
