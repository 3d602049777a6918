import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

const Announce = createContext<(text: string) => void>(() => undefined);

/** The one live region: what happened is told to who does not see it happen. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const announce = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), []);
  return (
    <Announce value={announce}>
      {children}
      <output key={said.turn} className="visually-hidden" aria-live="polite">
        {said.text}
      </output>
    </Announce>
  );
}

/** Says a sentence in the live region. */
export const useAnnounce = (): ((text: string) => void) => useContext(Announce);
