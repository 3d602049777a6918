import { useState } from 'react';
import { useAnnounce } from '../../shell/announcer.js';
import { useTermsTexts } from '../terms-texts.js';

/** What is done once something was recorded by a form that stays: it is told, and with another key the next form begins empty. */
export function useRecorded(): { readonly key: number; readonly isRecorded: () => void } {
  const { done } = useTermsTexts();
  const announce = useAnnounce();
  const [key, setKey] = useState(0);
  const isRecorded = (): void => {
    announce(done);
    setKey((times) => times + 1);
  };
  return { key, isRecorded };
}
