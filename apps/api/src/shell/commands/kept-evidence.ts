import type { ClientFileCommand, Refusal } from '@uitkomst/domain';
import type { KeptDocument, Vault } from '@uitkomst/ledger';
import { mayReadFile, type Principal } from '../auth/principal.js';

type Documents = Pick<Vault, 'documents'>;

/** The documents about a client that this reader may open: all for staff and for the client; others what they kept themselves. */
export function documentsFor(
  { documents }: Documents,
  principal: Principal,
  personRef: string,
): readonly KeptDocument[] {
  const { municipality, orgId, roles } = principal;
  const all = documents.documentsOf({ municipality, personRef });
  if (mayReadFile(principal, personRef)) return all;
  return all.filter((one) => one.orgId === orgId && roles.some((role) => role === one.role));
}

interface Named {
  readonly principal: Principal;
  readonly personRef: string;
  readonly command: ClientFileCommand;
}

/**
 * A command that names a document kept here, with the hash of another. An id that is not known proves nothing: who keeps its evidence
 * itself gives it a name of its own. Nor does one of another's document, of which the asker is not to know.
 */
export function differingEvidence(vault: Documents, { principal, personRef, command }: Named): Refusal | undefined {
  const named = evidenceIn(command);
  const known = named.length === 0 ? [] : documentsFor(vault, principal, personRef);
  const place = named.findIndex(({ id, sha256 }) =>
    known.some((one) => one.documentId === id.toLowerCase() && one.sha256 !== sha256),
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
