import type { ChosenFile } from '../../parts/evidence/keep-files.js';
import { sha256Of } from '../../parts/evidence/sha256.js';
import type { Schema } from '../../shell/api/client.js';

export type EvidenceKind = Schema<'EvidenceKind'>;

/** What is recorded of a file, under an id of its own until it is kept. */
export const chosenFrom = async (file: File, kind: EvidenceKind): Promise<ChosenFile> => ({
  file,
  evidence: { id: crypto.randomUUID(), kind, sha256: await sha256Of(file) },
});
