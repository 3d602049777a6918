import { useState } from 'react';
import { useKeepFiles } from '../../parts/evidence/keep-files.js';
import type { Schema } from '../../shell/api/client.js';
import type { Problem } from '../../shell/api/problem.js';

type Body = Readonly<Record<string, unknown>>;

interface EvidenceOfFact {
  /** The file that proves it, or none any more. */
  readonly choose: (file: File | undefined) => void;
  /** The fact with its evidence as it is kept; undefined when the server refused the file. */
  readonly keep: (fact: Body) => Promise<Body | undefined>;
  readonly pending: boolean;
  readonly problem: Problem | null;
}

/** Keeps the chosen file before the fact that names it is recorded. */
export function useEvidence(dossierRef: string): EvidenceOfFact {
  const [file, choose] = useState<File>();
  const { keep: keepFiles, pending, problem } = useKeepFiles();
  const keep = async (fact: Body): Promise<Body | undefined> => {
    const named = fact['evidence'] as readonly Schema<'Evidence'>[] | undefined;
    const added = named?.at(-1); // What was recorded before stands before it.
    if (file === undefined || named === undefined || added === undefined) return fact;
    const kept = await keepFiles(dossierRef, [{ file, evidence: added }]);
    return kept && { ...fact, evidence: [...named.slice(0, -1), ...kept] };
  };
  return { choose, keep, pending, problem };
}
