import type { Condition, ReadStore } from '../reads.js';
import { CLAWBACKS, type ClawbackRow, type ClawbackState } from './clawbacks.projection.js';
import { OBJECTIONS, type ObjectionRow } from './objections.projection.js';

/** Whose: all of the municipality, or what a provider or a client may know of. */
export interface ProceedingsQuestion<State extends string> {
  readonly municipality: string;
  readonly providerId?: string;
  readonly personRef?: string;
  readonly state?: State;
  readonly limit: number;
  readonly offset: number;
}

/** Money asked back, the latest proposal first. */
export async function readClawbacks(
  reads: ReadStore,
  { municipality, providerId, personRef, state, limit, offset }: ProceedingsQuestion<ClawbackState>,
): Promise<{ readonly count: number; readonly rows: readonly ClawbackRow[] }> {
  const where: Condition<ClawbackRow>[] = [{ column: 'municipality', is: '=', value: municipality }];
  if (personRef !== undefined) where.push({ column: 'personRef', is: '=', value: personRef });
  if (providerId !== undefined) {
    where.push({ column: 'providerId', is: '=', value: providerId }, { column: 'toldState', is: 'known' });
  }
  const column = providerId === undefined ? 'state' : 'toldState';
  if (state !== undefined) where.push({ column, is: '=', value: state });
  const orderBy = [{ column: 'proposedOn', descending: true }, { column: 'clawbackId' }] as const;
  const count = await reads.count(CLAWBACKS, where);
  return { count, rows: await reads.select(CLAWBACKS, { where, orderBy, limit, offset }) };
}

/** Objections, the one to be decided first before the others. */
export async function readObjections(
  reads: ReadStore,
  { municipality, providerId, personRef, state, limit, offset }: ProceedingsQuestion<ObjectionRow['state']>,
): Promise<{ readonly count: number; readonly rows: readonly ObjectionRow[] }> {
  const where: Condition<ObjectionRow>[] = [{ column: 'municipality', is: '=', value: municipality }];
  if (providerId !== undefined)
    where.push({ column: 'providerId', is: '=', value: providerId }, { column: 'ofProvider', is: '=', value: true });
  if (personRef !== undefined)
    where.push({ column: 'personRef', is: '=', value: personRef }, { column: 'ofClient', is: '=', value: true });
  const isParty = providerId !== undefined || personRef !== undefined;
  if (state !== undefined) where.push({ column: isParty ? 'toldState' : 'state', is: '=', value: state });
  const orderBy = [{ column: 'decideByOn' }, { column: 'objectionId' }] as const;
  const count = await reads.count(OBJECTIONS, where);
  return { count, rows: await reads.select(OBJECTIONS, { where, orderBy, limit, offset }) };
}
