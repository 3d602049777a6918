import { useEffect } from 'react';

/** When what had the focus is gone, as a button that did its work, the heading has it: nobody has to start at the top again. */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: EventTarget | null = null;
    const remember = ({ target }: Event): void => {
      last = target;
    };
    const forget = (): void => {
      last = null;
    };
    const keep = (): void => {
      const isLost = last instanceof Element && !last.isConnected && document.activeElement === document.body;
      if (isLost) document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    };
    const watched = new MutationObserver(keep);
    watched.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget);
    return () => {
      watched.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget);
    };
  }, []);
}
