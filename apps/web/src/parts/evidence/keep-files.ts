import { useMutation } from '@tanstack/react-query';
import { record, type Schema } from '../../shell/api/client.js';
import { Problem } from '../../shell/api/problem.js';

type Evidence = Schema<'Evidence'>;
/** A file somebody chose, and what is recorded of it. */
export interface ChosenFile {
  readonly file: File;
  readonly evidence: Evidence;
}

const KEPT_TYPES: ReadonlySet<string> = new Set<Schema<'EvidenceMediaType'>>([
  'application/pdf',
  'image/png',
  'image/jpeg',
]);
const SIZE_MAX = 20 * 1_048_576;
const NOT_FOUND = 404;

/** Whether the server keeps such a file; of others the fingerprint is enough. */
export const mayBeKept = ({ type, size }: Blob): boolean => KEPT_TYPES.has(type) && size <= SIZE_MAX;

interface KeepFiles {
  /** As a claim or fact names them; undefined when the server refused one: then `problem` says why. */
  readonly keep: (
    dossierRef: string | undefined,
    chosen: readonly ChosenFile[],
  ) => Promise<readonly Evidence[] | undefined>;
  readonly pending: boolean;
  readonly problem: Problem | null;
}

interface Asked {
  readonly dossierRef: string | undefined;
  readonly chosen: readonly ChosenFile[];
}

/** Keeps chosen files before what names them is recorded: nothing is kept of a form that was not sent. */
export function useKeepFiles(): KeepFiles {
  const { mutateAsync, isPending, error } = useMutation<readonly Evidence[], Problem, Asked>({
    mutationFn: async ({ dossierRef, chosen }) => {
      const kept: Evidence[] = [];
      for (const one of chosen) kept.push(await keptAs(dossierRef, one));
      return kept;
    },
  });
  const keep: KeepFiles['keep'] = (dossierRef, chosen) => mutateAsync({ dossierRef, chosen }).catch(() => undefined);
  return { keep, pending: isPending, problem: error };
}

/** The same bytes are the same document, so that a form that is sent again keeps nothing twice. */
async function keptAs(dossierRef: string | undefined, { file, evidence }: ChosenFile): Promise<Evidence> {
  if (dossierRef === undefined || !mayBeKept(file)) return evidence;
  const { kind, obtainedOn } = evidence;
  const query = { kind, ...(obtainedOn !== undefined && { obtainedOn }) };
  const content = { content: file, contentType: file.type };
  try {
    const asked = { path: { dossierRef }, query, file: content };
    const { data } = await record('/dossiers/{dossierRef}/bewijsstukken', asked, crypto.randomUUID());
    return { ...evidence, id: data.id, sha256: data.sha256 };
  } catch (error) {
    // A provider without a traject of this client claims all the same; its file stays with it.
    if (error instanceof Problem && error.status === NOT_FOUND) return evidence;
    throw error;
  }
}
