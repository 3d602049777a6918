import type { Problem } from '../../shell/api/problem.js';
import { useRecording } from '../../shell/api/use-recording.js';
import { useLanguage } from '../../shell/language/language.js';

type Body = Readonly<Record<string, unknown>>;
const COMMITMENT = /^[0-9a-f]{64}$/;

interface Words {
  /** The fact with a commitment where somebody's words were typed; undefined when the vault refused them. */
  readonly keep: (fact: Body) => Promise<Body | undefined>;
  readonly pending: boolean;
  readonly problem: Problem | null;
}

/** Puts the client's own words in the vault before the fact that names them is recorded. */
export function useWords(dossierRef: string): Words {
  const { language } = useLanguage();
  const { send, pending, problem } = useRecording('/dossiers/{dossierRef}/woorden');
  const keep = async (fact: Body): Promise<Body | undefined> => {
    const { wordsCommitment: words } = fact;
    if (typeof words !== 'string' || COMMITMENT.test(words)) return fact;
    const answer = await send({ path: { dossierRef }, body: { language, value: words } });
    return answer && { ...fact, wordsCommitment: answer.data.commitment };
  };
  return { keep, pending, problem };
}
