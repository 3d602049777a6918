import { useState } from 'react';

export interface Looked<T> {
  /** What the dialog shows, and what is decided on: not what changed meanwhile. */
  readonly seen: T;
  /** Something changed since the dialog was opened. */
  readonly overtaken: boolean;
  readonly lookAgain: () => void;
}

/**
 * Holds what somebody is deciding on, so that nobody decides on something that changed under their eyes. Looking again forgets
 * what was refused before. `markOf` says when two are the same, where the version alone does not tell.
 */
export function useSeen<T extends { readonly etag: string }>(
  current: T,
  forget: () => void,
  markOf: (one: T) => string = ({ etag }) => etag,
): Looked<T> {
  const [seen, setSeen] = useState(current);
  const lookAgain = (): void => {
    forget();
    setSeen(current);
  };
  return { seen, overtaken: markOf(seen) !== markOf(current), lookAgain };
}
