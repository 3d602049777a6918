import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Problem } from '../../shell/api/problem.js';
import { sendForJson, type Answer } from '../../shell/api/send.js';
import { useLanguage } from '../../shell/language/language.js';
import type { Letter } from './letter.js';

export interface LetterPlace {
  readonly claimId: string;
  readonly letterId: string;
}

export const pathOf = ({ claimId, letterId }: LetterPlace): string =>
  `/v1/claims/${encodeURIComponent(claimId)}/bekendmakingen/${encodeURIComponent(letterId)}`;

/** A letter in the language spoken; it never changes. */
export function useLetter(place: LetterPlace): UseQueryResult<Answer<Letter>, Problem> {
  const { language } = useLanguage();
  const path = pathOf(place);
  return useQuery<Answer<Letter>, Problem>({
    queryKey: [path, language],
    queryFn: () => sendForJson<Letter>({ path, accept: 'application/json' }),
    staleTime: Infinity,
  });
}
