import { useEffect } from 'react';

/**
 * When what had the focus is gone, as a button that did its work, the heading of its part of the page has it, else that of the page;
 * when it only could not be pressed for a while, it has the focus again. Nobody has to start at the top.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    let heading: HTMLElement | null = null;
    const remember = ({ target }: Event): void => {
      last = target instanceof HTMLElement ? target : null;
      heading = last?.closest('section')?.querySelector<HTMLElement>('h2, h3') ?? null;
    };
    const forget = (): void => {
      last = null;
    };
    const keep = (): void => {
      if (last === null || document.activeElement !== document.body) return;
      const next = last.isConnected ? last : nearest(heading);
      next?.focus({ preventScroll: true });
    };
    const watched = new MutationObserver(keep);
    watched.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget);
    return () => {
      watched.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget);
    };
  }, []);
}

/** A heading takes the focus only once it may. */
function nearest(heading: HTMLElement | null): HTMLElement | null {
  if (heading === null || !heading.isConnected) return document.querySelector<HTMLElement>('h1');
  heading.tabIndex = -1;
  return heading;
}
