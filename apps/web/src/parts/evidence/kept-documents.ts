import { useQuery } from '@tanstack/react-query';
import { read, type Schema } from '../../shell/api/client.js';
import type { Problem } from '../../shell/api/problem.js';

export type Evidence = Schema<'Evidence'>;
type KeptDocument = Schema<'EvidenceDocument'>;
const PATH = '/dossiers/{dossierRef}/bewijsstukken';
const PAGE_SIZE = 100;

/** Of what is named as evidence, the document itself; null where it is not kept for this reader, undefined while that is not known. */
export function useKeptDocuments(
  dossierRef: string,
  named: readonly Evidence[],
): (evidence: Evidence) => KeptDocument | null | undefined {
  const { data } = useQuery<readonly KeptDocument[], Problem>({
    queryKey: [PATH, dossierRef],
    queryFn: () => allOf(dossierRef),
    enabled: named.length > 0, // A list that nobody needs would leave a look behind.
  });
  return ({ id, sha256 }) => data && (data.find((one) => one.id === id && one.sha256 === sha256) ?? null);
}

async function allOf(dossierRef: string): Promise<readonly KeptDocument[]> {
  const found: KeptDocument[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await read(PATH, { path: { dossierRef }, query: { page, pageSize: PAGE_SIZE } });
    found.push(...data.results);
    if (data.next === null) return found;
  }
}
