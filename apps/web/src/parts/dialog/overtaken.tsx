import type { ReactNode } from 'react';
import { usePartsTexts } from '../parts-texts.js';

interface Props {
  readonly onLookAgain: () => void;
  /** What changed, where the screen can tell. */
  readonly children?: ReactNode;
}

/** What is decided on changed while somebody looked: that it did, and the way on. Nothing is lost. */
export function Overtaken({ onLookAgain, children }: Props) {
  const texts = usePartsTexts();
  return (
    <div role="alert" className="notice notice-attention">
      {children ?? <h3>{texts.overtaken}</h3>}
      <button type="button" onClick={onLookAgain}>
        {texts.lookAgain}
      </button>
    </div>
  );
}
