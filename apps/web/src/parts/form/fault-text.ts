import type { Fault } from '../../shell/api/problem.js';
import { usePartsTexts } from '../parts-texts.js';

/** What is wrong, in the reader's language: the server names each kind of fault by a code; the screen's own say it themselves. */
export function useFaultText(): (fault: Pick<Fault, 'code' | 'message'>) => string {
  const kinds: Readonly<Record<string, string>> = usePartsTexts().faultKinds;
  return ({ code, message }) => kinds[code] ?? message;
}
