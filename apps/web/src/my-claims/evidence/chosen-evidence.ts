import type { Schema } from '../../shell/api/client.js';

/** A file somebody chose as evidence: what is recorded of it, and its name, which stays on this screen. */
export interface ChosenEvidence extends Schema<'Evidence'> {
  readonly name: string;
}

export type EvidenceKind = Schema<'EvidenceKind'>;

/** The fingerprint of a file, made in this browser: the file itself goes nowhere. */
export async function chosenFrom(file: File, kind: EvidenceKind): Promise<ChosenEvidence> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id: crypto.randomUUID(), kind, sha256, name: file.name };
}

/** As the server takes it. */
export const withoutName = ({ name: _name, ...evidence }: ChosenEvidence): Schema<'Evidence'> => evidence;
