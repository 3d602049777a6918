import { createContext, useContext, useState } from 'react';
import type { Typed } from './typed-values.js';

type Words = Readonly<Record<string, string>>;

/** What is typed in a form so far, and how a field says what it became. */
export interface Typing {
  readonly typed: Typed;
  readonly type: (place: string, text: string) => void;
  /** Names that a field offers, such as the trajects of a file. */
  readonly known?: Readonly<Record<string, readonly string[]>>;
  /** Where the fields go in the body: at its root, or deeper. */
  readonly within?: string;
  /** Names and hints of fields that the common catalogue does not have. */
  readonly labels?: Words;
  readonly hints?: Words;
}

export const TypingContext = createContext<Typing>({ typed: {}, type: () => undefined });
export const useTyping = (): Typing => useContext(TypingContext);

export function useTyped(begin: Typed): Pick<Typing, 'typed' | 'type'> {
  const [typed, setTyped] = useState(begin);
  return { typed, type: (place, text) => setTyped((before) => ({ ...before, [place]: text })) };
}
