import { providerView, type Language, type ProviderStatus, type ProviderView } from '@uitkomst/domain';
import type { Condition, ReadStore } from '../reads.js';
import { OWN_CLAIMS, type OwnClaimRow } from './own-claims.projection.js';

/** One of a provider's own claims, as that provider reads it: nothing in it tells of a rival or of a decision not yet made known. */
export type OwnClaim = Omit<OwnClaimRow, 'municipality' | 'claim' | 'status' | 'changes'> & {
  /** The same view in both languages. */
  readonly views: Readonly<Record<Language, ProviderView>>;
};

export interface OwnQuestion {
  readonly municipality: string;
  readonly providerId: string;
  readonly statuses?: readonly ProviderStatus[];
  readonly limit: number;
  readonly offset: number;
}

/** A provider's own claims, the newest first. */
export async function readOwnClaims(
  reads: ReadStore,
  { municipality, providerId, statuses, limit, offset }: OwnQuestion,
): Promise<{ readonly count: number; readonly claims: readonly OwnClaim[] }> {
  const own: Condition<OwnClaimRow>[] = [
    { column: 'municipality', is: '=', value: municipality },
    { column: 'providerId', is: '=', value: providerId },
  ];
  if (statuses) own.push({ column: 'status', is: 'in', values: statuses });
  const count = await reads.count(OWN_CLAIMS, own);
  const rows = await reads.select(OWN_CLAIMS, {
    where: own,
    orderBy: [{ column: 'submittedOn', descending: true }, { column: 'claimId' }],
    limit,
    offset,
  });
  return { count, claims: rows.map(asRead) };
}

/** The count of events stays behind: in it a provider would see that something happened which it is not told yet. */
function asRead(row: OwnClaimRow): OwnClaim {
  const { municipality: _municipality, claim, status: _status, changes: _changes, ...own } = row;
  return { ...own, views: { nl: providerView(claim, 'nl'), en: providerView(claim, 'en') } };
}
