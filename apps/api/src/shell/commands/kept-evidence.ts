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
