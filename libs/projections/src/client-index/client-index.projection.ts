import { CLIENT_FILES, type ReadFile } from '../client-file-fold.js';
import { defineProjection, type Projection } from '../projection.js';
import type { ReadStore } from '../reads.js';

/** That a client has a file, and how much is in it. Who the client is only the vault knows. */
export interface IndexedClient {
  readonly municipality: string;
  readonly personRef: string;
  readonly registeredOn?: string;
  /** The file goes on elsewhere. */
  readonly mergedInto?: string;
  readonly erasedOn?: string;
  readonly events: number;
  readonly claims: number;
  /** Providers with a traject or a claim. */
  readonly providers: readonly string[];
  readonly lastRecordedAt: string;
  readonly position: number;
}

export const CLIENT_INDEX: Projection<IndexedClient> = defineProjection<ReadFile, IndexedClient>({
  name: 'client-index',
  version: 1,
  fold: CLIENT_FILES,
  columns: {
    municipality: 'text',
    personRef: 'text',
    registeredOn: 'text',
    mergedInto: 'text',
    erasedOn: 'text',
    events: 'integer',
    claims: 'integer',
    providers: 'json',
    lastRecordedAt: 'text',
    position: 'integer',
  },
  primaryKey: ['municipality', 'personRef'],
  rows: ({ municipality, personRef, file, position, lastRecordedAt }) => {
    const { registeredOn, mergedInto } = file.registration;
    return [
      {
        municipality,
        personRef,
        ...(registeredOn !== undefined && { registeredOn }),
        ...(mergedInto !== undefined && { mergedInto }),
        ...(file.erasedOn !== undefined && { erasedOn: file.erasedOn }),
        events: file.revision + 1,
        claims: file.claims.size,
        providers: providersOf(file),
        lastRecordedAt,
        position,
      },
    ];
  },
});

function providersOf({ facts, claims }: ReadFile['file']): readonly string[] {
  const assigned = facts.flatMap((fact) => (fact.type === 'TrajectAssigned' ? [fact.payload.providerId] : []));
  const claiming = [...claims.values()].map(({ submission }) => submission.payload.providerId);
  return [...new Set([...assigned, ...claiming])].toSorted();
}

/** The files of a municipality, in the order of their references. */
export async function clientsOf(
  reads: ReadStore,
  municipality: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly count: number; readonly clients: readonly IndexedClient[] }> {
  const where = [{ column: 'municipality', is: '=', value: municipality }] as const;
  const count = await reads.count(CLIENT_INDEX, where);
  const clients = await reads.select(CLIENT_INDEX, { where, orderBy: [{ column: 'personRef' }], ...page });
  return { count, clients };
}
