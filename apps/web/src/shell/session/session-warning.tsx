import { useEffect, useState } from 'react';
import { ConfirmDialog } from '../../parts/dialog/confirm-dialog.js';
import { browserTime } from '../clock.js';
import { useShellTexts } from '../shell-texts.js';
import { useExtend, useLookAgain, useSignOut } from './session.js';
import { useSignedIn } from './who-works.js';

const WARN_BEFORE = 120_000;
const LOOK_EVERY = 5000;
const EXTEND_EVERY = 300_000;

/** Extends the session while somebody works, and says in time that it ends, so that nobody loses work (WCAG 2.2.1). */
export function SessionWarning() {
  const texts = useShellTexts();
  const { expiresAt, endsAt } = useSignedIn();
  const signOut = useSignOut();
  const lookAgain = useLookAgain();
  const { mutate, isPending, error } = useExtend();
  const left = useTimeLeft(expiresAt, lookAgain);
  useEffect(() => {
    let extendedAt = browserTime();
    const active = (): void => {
      if (browserTime() - extendedAt < EXTEND_EVERY) return;
      extendedAt = browserTime();
      mutate();
    };
    document.addEventListener('keydown', active);
    document.addEventListener('pointerdown', active);
    return () => {
      document.removeEventListener('keydown', active);
      document.removeEventListener('pointerdown', active);
    };
  }, [mutate]);
  return (
    <ConfirmDialog
      open={left > 0 && left < WARN_BEFORE}
      title={texts.sessionEnds}
      confirm={texts.staySignedIn}
      cancel={texts.signOut}
      allowed={Date.parse(expiresAt) < Date.parse(endsAt)}
      pending={isPending}
      problem={error}
      onConfirm={() => mutate()}
      onClose={() => void signOut()}
    >
      <p>{texts.sessionEndsIn(Math.max(1, Math.ceil(left / 60_000)))}</p>
    </ConfirmDialog>
  );
}

function useTimeLeft(expiresAt: string, over: () => Promise<void>): number {
  const [left, setLeft] = useState(() => Date.parse(expiresAt) - browserTime());
  useEffect(() => {
    const look = (): void => {
      const now = Date.parse(expiresAt) - browserTime();
      setLeft(now);
      if (now <= 0) void over();
    };
    look();
    const timer = setInterval(look, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [expiresAt, over]);
  return left;
}
