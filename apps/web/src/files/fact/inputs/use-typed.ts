import { createContext, useContext, useState } from 'react';
import type { Typed } from '../schema/typed-fact.js';

/** What is typed in a form so far, and how a field says what it became. */
export interface Typing {
  readonly typed: Typed;
  readonly type: (place: string, text: string) => void;
  /** Names of trajects, jobs and benefits that the file knows, by field. */
  readonly known: Readonly<Record<string, readonly string[]>>;
  /** Where the fact goes in the body: at its root, or within a correction. */
  readonly within: string;
}

export const TypingContext = createContext<Typing>({ typed: {}, type: () => undefined, known: {}, within: '' });
export const useTyping = (): Typing => useContext(TypingContext);

export function useTyped(begin: Typed): Pick<Typing, 'typed' | 'type'> {
  const [typed, setTyped] = useState(begin);
  return { typed, type: (place, text) => setTyped((before) => ({ ...before, [place]: text })) };
}
