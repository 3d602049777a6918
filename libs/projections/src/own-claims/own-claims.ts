import { providerView, type Language, type ProviderStatus, type ProviderView } from '@uitkomst/domain';
import { selectPage, type ReadStore, type RowPage } from '../reads.js';
import { ownBy, type OwnQuestion } from './own-question.js';
import { OWN_CLAIMS, type OwnClaimRow } from './own-claims.projection.js';

/** One of a provider's own claims, as that provider reads it: nothing in it tells of a rival or of a decision not yet made known. */
export type OwnClaim = Omit<OwnClaimRow, 'municipality' | 'claim' | 'status' | 'changes'> & {
  /** The same view in both languages. */
  readonly views: Readonly<Record<Language, ProviderView>>;
};

/** A provider's own claims, the newest first. */
export async function readOwnClaims(
  reads: ReadStore,
  { statuses, limit, offset, ...own }: OwnQuestion & { readonly statuses?: readonly ProviderStatus[] },
): Promise<RowPage<OwnClaim>> {
  const where = ownBy<OwnClaimRow>(own);
  if (statuses) where.push({ column: 'status', is: 'in', values: statuses });
  const orderBy = [{ column: 'submittedOn', descending: true }, { column: 'claimId' }] as const;
  const { count, rows } = await selectPage(reads, OWN_CLAIMS, { where, orderBy, limit, offset });
  return { count, rows: rows.map(asRead) };
}

/** The count of events stays behind: in it a provider would see that something happened which it is not told yet. */
function asRead(row: OwnClaimRow): OwnClaim {
  const { municipality: _municipality, claim, status: _status, changes: _changes, ...own } = row;
  return { ...own, views: { nl: providerView(claim, 'nl'), en: providerView(claim, 'en') } };
}
