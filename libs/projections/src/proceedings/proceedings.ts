import { selectPage, type Condition, type ReadStore, type RowPage } from '../reads.js';
import { CLAWBACKS, type ClawbackRow, type ClawbackState } from './clawbacks.projection.js';
import { OBJECTIONS, type ObjectionRow } from './objections.projection.js';

/** Whose: all of the municipality, or what a provider or a client may know of. */
export interface ProceedingsQuestion<State extends string> {
  readonly municipality: string;
  readonly providerId?: string;
  readonly personRef?: string;
  /** Of claims of this provider only, whoever asks. */
  readonly claimedBy?: string;
  readonly state?: State;
  readonly limit: number;
  readonly offset: number;
}

/** Money asked back, the latest proposal first. */
export function readClawbacks(
  reads: ReadStore,
  { municipality, providerId, personRef, claimedBy, state, limit, offset }: ProceedingsQuestion<ClawbackState>,
): Promise<RowPage<ClawbackRow>> {
  const where: Condition<ClawbackRow>[] = [{ column: 'municipality', is: '=', value: municipality }];
  if (personRef !== undefined) where.push({ column: 'personRef', is: '=', value: personRef });
  if (providerId !== undefined) {
    where.push({ column: 'providerId', is: '=', value: providerId }, { column: 'toldState', is: 'known' });
  }
  if (claimedBy !== undefined) where.push({ column: 'providerId', is: '=', value: claimedBy });
  const column = providerId === undefined ? 'state' : 'toldState';
  if (state !== undefined) where.push({ column, is: '=', value: state });
  const orderBy = [{ column: 'proposedOn', descending: true }, { column: 'clawbackId' }] as const;
  return selectPage(reads, CLAWBACKS, { where, orderBy, limit, offset });
}

/** Objections, the one to be decided first before the others. */
export function readObjections(
  reads: ReadStore,
  { municipality, providerId, personRef, state, limit, offset }: ProceedingsQuestion<ObjectionRow['state']>,
): Promise<RowPage<ObjectionRow>> {
  const where: Condition<ObjectionRow>[] = [{ column: 'municipality', is: '=', value: municipality }];
  if (providerId !== undefined)
    where.push({ column: 'providerId', is: '=', value: providerId }, { column: 'providerState', is: 'known' });
  if (personRef !== undefined)
    where.push({ column: 'personRef', is: '=', value: personRef }, { column: 'clientState', is: 'known' });
  const own = personRef === undefined ? 'state' : 'clientState';
  const column = providerId === undefined ? own : 'providerState';
  if (state !== undefined) where.push({ column, is: '=', value: state });
  const orderBy = [{ column: 'decideByOn' }, { column: 'objectionId' }] as const;
  return selectPage(reads, OBJECTIONS, { where, orderBy, limit, offset });
}
