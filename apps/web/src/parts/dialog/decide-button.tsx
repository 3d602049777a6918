import type { ReactNode } from 'react';
import { useSignedIn } from '../../shell/session/who-works.js';
import { DialogButton } from './dialog-button.js';

interface Props {
  readonly label: string;
  /** Told to whoever may not. */
  readonly whoDecides: string;
  /** Why this approver may not; known beforehand. */
  readonly barred?: string | undefined;
  readonly dialog: (onClose: () => void) => ReactNode;
}

/** What a second approver decides in a dialog. */
export function DecideButton({ label, whoDecides, barred, dialog }: Props) {
  const { roles } = useSignedIn();
  if (!roles.includes('APPROVER2')) return <p className="hint">{whoDecides}</p>;
  if (barred !== undefined) return <p className="notice notice-attention">{barred}</p>;
  return (
    <div className="buttons">
      <DialogButton label={label} primary dialog={dialog} />
    </div>
  );
}
