import { createContext, useContext, useState } from 'react';
import type { Session, SignedIn } from './session.js';

/** Who the pages are drawn for: who is signed in, or whose session ended while their work was still on them. */
export const WhoWorks = createContext<SignedIn | undefined>(undefined);

/** Keeps who was signed in last, so that an ended session takes nothing from what they were filling in. */
export function useLastSignedIn(session: Session | undefined): SignedIn | undefined {
  const [last, setLast] = useState<SignedIn>();
  if (session?.signedIn !== true || session === last) return last;
  setLast(session);
  return session;
}

/** Who is signed in, on pages that nobody else reaches. */
export function useSignedIn(): SignedIn {
  const somebody = useContext(WhoWorks);
  if (somebody === undefined) throw new Error('Nobody is signed in');
  return somebody;
}
