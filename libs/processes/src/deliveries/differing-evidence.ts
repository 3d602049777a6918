import type { ClientFileCommand } from '@uitkomst/domain';
import type { KeptDocument } from '@uitkomst/ledger';

/** Refused at the hash in what the command says. */
export interface EvidenceDiffers {
  readonly code: 'EVIDENCE_DIFFERS';
  readonly data: { readonly field: string };
}

/**
 * A command that names a document kept here, with the hash of another. An id that is not known proves nothing: who keeps its evidence
 * itself gives it a name of its own. What is known is asked only where evidence is named.
 */
export function differingEvidence(
  command: ClientFileCommand,
  known: () => readonly KeptDocument[],
): EvidenceDiffers | undefined {
  const named = evidenceIn(command);
  const kept = named.length === 0 ? [] : known();
  const place = named.findIndex(({ id, sha256 }) =>
    kept.some((one) => one.documentId === id.toLowerCase() && one.sha256 !== sha256),
  );
  return place < 0 ? undefined : { code: 'EVIDENCE_DIFFERS', data: { field: `evidence.${place}.sha256` } };
}

function evidenceIn(command: ClientFileCommand): readonly { readonly id: string; readonly sha256: string }[] {
  if (command.type === 'SubmitClaim') return command.claim.evidence ?? [];
  if (command.type === 'CompleteClaim') return command.evidence;
  if (command.type !== 'RecordFact' && command.type !== 'CorrectFact') return [];
  const { payload } = command.fact;
  return 'evidence' in payload ? (payload.evidence ?? []) : [];
}
