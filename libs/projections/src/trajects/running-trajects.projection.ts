import { amsterdamDay, textOf, type ClientFile } from '@uitkomst/domain';
import { CLIENT_FILES, type ReadFile } from '../client-file-fold.js';
import { defineProjection, type Projection } from '../projection.js';

/** A traject nobody ended, and when something of it was last recorded. */
export interface RunningTraject {
  readonly municipality: string;
  readonly personRef: string;
  readonly trajectId: string;
  readonly providerId: string;
  readonly contractId: string;
  readonly startedOn: string;
  /** The Amsterdam day on which the ledger last heard of it, and of what. */
  readonly lastHeardOn: string;
  readonly lastHeard: string;
  readonly suspended: boolean;
}

export const RUNNING_TRAJECTS: Projection<RunningTraject> = defineProjection<ReadFile, RunningTraject>({
  name: 'running-trajects',
  version: 1,
  fold: CLIENT_FILES,
  columns: {
    municipality: 'text',
    personRef: 'text',
    trajectId: 'text',
    providerId: 'text',
    contractId: 'text',
    startedOn: 'text',
    lastHeardOn: 'text',
    lastHeard: 'text',
    suspended: 'boolean',
  },
  primaryKey: ['municipality', 'personRef', 'trajectId'],
  indexes: [
    ['municipality', 'lastHeardOn'],
    ['municipality', 'providerId', 'lastHeardOn'],
  ],
  rows: ({ municipality, personRef, file }) => {
    const { mergedInto } = file.registration;
    if (mergedInto !== undefined || file.erasedOn !== undefined) return []; // It goes on elsewhere, or is over.
    return running(file).map((traject) => Object.assign({ municipality, personRef }, traject));
  },
});

type Found = Omit<RunningTraject, 'municipality' | 'personRef'>;

function running(file: ClientFile): readonly Found[] {
  const found = new Map<string, Found>();
  for (const { type, payload, recordedAt } of file.facts) {
    if (!('trajectId' in payload) || payload.trajectId === undefined) continue;
    const { trajectId } = payload;
    const heard = { lastHeardOn: textOf(amsterdamDay(recordedAt)), lastHeard: type };
    const earlier = found.get(trajectId);
    if (type === 'TrajectAssigned') {
      const { providerId, contractId, validFrom: startedOn } = payload;
      found.set(trajectId, { trajectId, providerId, contractId, startedOn, suspended: false, ...heard });
    } else if (type === 'TrajectEnded') found.delete(trajectId);
    else if (earlier !== undefined)
      found.set(trajectId, { ...earlier, ...heard, suspended: isSuspended(type, earlier.suspended) });
  }
  for (const { submission } of file.claims.values()) withClaim(found, submission);
  return [...found.values()];
}

const isSuspended = (type: string, suspended: boolean): boolean =>
  type === 'TrajectSuspended' || (suspended && type !== 'TrajectResumed');

/** A claim on a traject is word of it too. */
function withClaim(found: Map<string, Found>, { type, payload, recordedAt }: Submission): void {
  const { trajectId = '' } = payload;
  const traject = found.get(trajectId);
  const lastHeardOn = textOf(amsterdamDay(recordedAt));
  if (traject !== undefined && lastHeardOn > traject.lastHeardOn)
    found.set(trajectId, { ...traject, lastHeardOn, lastHeard: type });
}

type Submission =
  ClientFile['claims'] extends ReadonlyMap<string, infer C extends { readonly submission: unknown }>
    ? C['submission']
    : never;
